package dev.tidemark.engine.runtime;

import dev.tidemark.engine.function.KeySelector;
import dev.tidemark.engine.function.Partitioner;
import dev.tidemark.engine.state.KeyGroups;
import dev.tidemark.engine.state.codec.Codec;
import java.util.Arrays;

/** Where an operator's elements go: into the next operator of the same task, or into channels. */
interface Target {
    void element(Object value, long timestamp);

    /** The next operator of the chain; it gets a copy of what could change, as Flink's do without object reuse. */
    final class Chained implements Target {
        private final OperatorSubtask next;
        private final Codec<Object> codec;
        private final boolean copies;

        Chained(OperatorSubtask next, Codec<Object> codec) {
            this.next = next;
            this.codec = codec;
            this.copies = !codec.immutable();
        }

        @Override
        public void element(Object value, long timestamp) {
            next.element(0, null, copies ? codec.copy(value) : value, timestamp);
        }
    }

    /** The channels of one edge. */
    interface Network extends Target {
        Channel[] channels();
    }

    /** The channel of the same number. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Same(Channel[] channels) implements Network {
        @Override
        public void element(Object value, long timestamp) {
            channels[0].send(value, timestamp);
        }
    }

    /** The channel that the key says. */
    final class ByKey implements Network {
        private final Channel[] channels;
        private final KeySelector<Object, Object> selector;
        private final String from;
        private final Channel[] ofGroup;

        ByKey(Channel[] channels, KeySelector<Object, Object> selector, int maxParallelism, String from) {
            this.channels = channels;
            this.selector = selector;
            this.from = from;
            this.ofGroup = new Channel[maxParallelism];
            Arrays.setAll(ofGroup, group -> channels[KeyGroups.subtaskOf(group, maxParallelism, channels.length)]);
        }

        @Override
        public Channel[] channels() {
            return channels;
        }

        @Override
        public void element(Object value, long timestamp) {
            Object key = selector.key(value);
            if (key == null) {
                throw new IllegalStateException("the key of " + value + ", sent by '" + from
                        + "', is null; filter such elements out, or give them a key of their own");
            }
            Channel to = channels.length == 1 ? channels[0] : ofGroup[KeyGroups.groupOf(key, ofGroup.length)];
            to.send(value, timestamp, key);
        }
    }

    /** The channel that the user's partitioner says. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Picked(
            Channel[] channels, Partitioner<Object> partitioner, KeySelector<Object, Object> selector, String from)
            implements Network {
        @Override
        public void element(Object value, long timestamp) {
            int picked = partitioner.partition(selector.key(value), channels.length);
            if (picked < 0 || picked >= channels.length) {
                throw new IllegalStateException(
                        "the partitioner behind '" + from + "' picked subtask " + picked + " of " + channels.length
                                + " for " + value + "; it must pick one in [0, " + channels.length + ")");
            }
            channels[picked].send(value, timestamp);
        }
    }

    /** Every channel. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Everywhere(Channel[] channels) implements Network {
        @Override
        public void element(Object value, long timestamp) {
            for (Channel channel : channels) {
                channel.send(value, timestamp);
            }
        }
    }

    /** A network whose next choice depends on how many there were: part of a snapshot. */
    abstract class Counting implements Network {
        private final Channel[] channels;
        private int next;

        private Counting(Channel[] channels, int first) {
            this.channels = channels;
            this.next = first;
        }

        @Override
        public Channel[] channels() {
            return channels;
        }

        int next() {
            return next;
        }

        void next(int value) {
            this.next = value;
        }
    }

    /** The channels in turns. */
    final class Turns extends Counting {
        Turns(Channel[] channels, int first) {
            super(channels, first % channels.length);
        }

        @Override
        public void element(Object value, long timestamp) {
            channels()[next()].send(value, timestamp);
            next((next() + 1) % channels().length);
        }
    }

    /** A channel at random. */
    final class Shuffled extends Counting {
        private final long seed;

        Shuffled(Channel[] channels, long seed) {
            super(channels, 0);
            this.seed = seed;
        }

        @Override
        public void element(Object value, long timestamp) {
            channels()[(int) Long.remainderUnsigned(Randomness.at(seed, next()), channels().length)].send(
                    value, timestamp);
            next(next() + 1);
        }
    }
}
