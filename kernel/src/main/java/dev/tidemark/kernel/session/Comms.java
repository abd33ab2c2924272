package dev.tidemark.kernel.session;

import dev.tidemark.kernel.spi.Comm;
import dev.tidemark.kernel.spi.CommMessage;
import dev.tidemark.kernel.spi.CommTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The open comms of a session and the targets that a front end may open (Jupyter messaging, "Custom messages"). */
public final class Comms {
    private final FrontEnd frontEnd;
    private final Map<String, CommTarget> targets = new ConcurrentHashMap<>();
    private final Map<String, OpenComm> open = new ConcurrentHashMap<>();

    Comms(FrontEnd frontEnd) {
        this.frontEnd = frontEnd;
    }

    void target(String name, CommTarget target) {
        targets.put(name, target);
    }

    Comm open(String target, CommMessage opening) {
        OpenComm comm = new OpenComm(UUID.randomUUID().toString().replace("-", ""), target);
        open.put(comm.id(), comm);
        comm.tell(FrontEnd.CommAct.OPEN, opening.data(), opening.metadata(), opening.buffers());
        return comm;
    }

    /**
     * The front end opens a comm; an unknown target or one that refuses is closed again.
     *
     * @param id the comm's identity
     * @param target the target name
     * @param opening the message
     * @throws Exception what the target threw
     */
    public void opened(String id, String target, CommMessage opening) throws Exception {
        OpenComm comm = new OpenComm(id, target);
        CommTarget receiver = targets.get(target);
        if (receiver == null) {
            comm.tell(FrontEnd.CommAct.CLOSE, Map.of(), Map.of(), List.of());
            return;
        }
        open.put(id, comm);
        try {
            receiver.opened(comm, opening);
        } catch (Exception refused) {
            comm.close();
            throw refused;
        }
    }

    /**
     * The front end says something on a comm; an unknown comm is ignored, as the protocol asks.
     *
     * @param id the comm's identity
     * @param message what it says
     */
    public void said(String id, CommMessage message) {
        OpenComm comm = open.get(id);
        if (comm != null && comm.listener != null) {
            comm.listener.accept(message);
        }
    }

    /**
     * The front end closes a comm.
     *
     * @param id the comm's identity
     */
    public void closed(String id) {
        OpenComm comm = open.remove(id);
        if (comm != null && comm.closing != null) {
            comm.closing.run();
        }
    }

    /**
     * The open comms.
     *
     * @param target only those of this target, or null for all
     * @return id to target name
     */
    public Map<String, String> list(@Nullable String target) {
        Map<String, String> found = new LinkedHashMap<>();
        open.values().stream()
                .filter(comm -> target == null || target.equals(comm.target()))
                .forEach(comm -> found.put(comm.id(), comm.target()));
        return found;
    }

    private final class OpenComm implements Comm {
        private final String id;
        private final String target;
        private volatile @Nullable Consumer<CommMessage> listener;
        private volatile @Nullable Runnable closing;

        OpenComm(String id, String target) {
            this.id = id;
            this.target = target;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String target() {
            return target;
        }

        @Override
        public void send(Map<String, ?> data, Map<String, ?> metadata, List<byte[]> buffers) {
            if (open.containsKey(id)) {
                tell(FrontEnd.CommAct.MESSAGE, data, metadata, buffers);
            }
        }

        @Override
        public void onMessage(Consumer<CommMessage> newListener) {
            listener = newListener;
        }

        @Override
        public void onClose(Runnable newListener) {
            closing = newListener;
        }

        @Override
        public void close() {
            if (open.remove(id) != null) {
                tell(FrontEnd.CommAct.CLOSE, Map.of(), Map.of(), List.of());
            }
        }

        private void tell(FrontEnd.CommAct act, Map<String, ?> data, Map<String, ?> metadata, List<byte[]> buffers) {
            String name = act == FrontEnd.CommAct.OPEN ? target : "";
            frontEnd.comm(new FrontEnd.CommEvent(act, id, name, data, metadata, buffers));
        }
    }
}
