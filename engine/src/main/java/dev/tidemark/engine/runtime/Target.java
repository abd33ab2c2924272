package dev.tidemark.engine.runtime;

import dev.tidemark.engine.function.KeySelector;
import dev.tidemark.engine.state.KeyGroups;
import dev.tidemark.engine.state.codec.Codec;

/** Where an operator's elements go: into the next operator of the same task, or into channels. */
interface Target {
    void element(Object value, long timestamp);

    /** The next operator of the chain; it gets a copy of what could change, as Flink's do without object reuse. */
    record Chained(OperatorSubtask next, Codec<Object> codec) implements Target {
        @Override
        public void element(Object value, long timestamp) {
            next.element(codec.copy(value), timestamp);
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
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record ByKey(Channel[] channels, KeySelector<Object, Object> selector, int maxParallelism, String from)
            implements Network {
        @Override
        public void element(Object value, long timestamp) {
            Object key = selector.key(value);
            if (key == null) {
                throw new IllegalStateException("the key of " + value + ", sent by '" + from
                        + "', is null; filter such elements out, or give them a key of their own");
            }
            int group = KeyGroups.groupOf(key, maxParallelism);
            channels[KeyGroups.subtaskOf(group, maxParallelism, channels.length)].send(value, timestamp);
        }
    }

    /** The channels in turns. */
    final class Turns implements Network {
        private final Channel[] channels;
        private int next;

        Turns(Channel[] channels, int first) {
            this.channels = channels;
            this.next = first % channels.length;
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

        @Override
        public void element(Object value, long timestamp) {
            channels[next].send(value, timestamp);
            next = (next + 1) % channels.length;
        }
    }
}
