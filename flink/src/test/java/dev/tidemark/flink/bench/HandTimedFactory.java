package dev.tidemark.flink.bench;

import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.legacy.YieldingOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeServiceAware;

/** Makes the operator that another factory makes, with timers and mails on the clock that is held by hand, and an output of one's own. */
@SuppressWarnings({"deprecation", "TypeParameterUnusedInFormals"}) // Flink's own signatures
final class HandTimedFactory implements YieldingOperatorFactory<Object> {
    private static final long serialVersionUID = 1L;

    private final StreamOperatorFactory<Object> inside;
    private final transient StationTimers timers;
    private final transient HandMailbox mailbox;
    private final transient Coordinator coordinator;
    private final transient Output<StreamRecord<Object>> output;

    HandTimedFactory(
            StreamOperatorFactory<Object> inside,
            StationTimers timers,
            HandMailbox mailbox,
            Coordinator coordinator,
            Output<StreamRecord<Object>> output) {
        this.inside = inside;
        this.timers = timers;
        this.mailbox = mailbox;
        this.coordinator = coordinator;
        this.output = output;
    }

    @Override
    public void setMailboxExecutor(MailboxExecutor executor) {
        if (inside instanceof YieldingOperatorFactory<Object> yielding) {
            yielding.setMailboxExecutor(mailbox);
        }
    }

    @Override
    public <T extends StreamOperator<Object>> T createStreamOperator(StreamOperatorParameters<Object> parameters) {
        if (inside instanceof ProcessingTimeServiceAware aware) {
            aware.setProcessingTimeService(timers);
        }
        return inside.createStreamOperator(new StreamOperatorParameters<>(
                parameters.getContainingTask(),
                parameters.getStreamConfig(),
                output,
                () -> timers,
                coordinator,
                parameters.getMailboxExecutor()));
    }

    @Override
    public void setChainingStrategy(ChainingStrategy strategy) {
        inside.setChainingStrategy(strategy);
    }

    @Override
    public ChainingStrategy getChainingStrategy() {
        return inside.getChainingStrategy();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader loader) {
        return inside.getStreamOperatorClass(loader);
    }
}
