package dev.tidemark.engine.state.heap;

import dev.tidemark.engine.state.StateBackend;
import dev.tidemark.engine.state.StateBackendContract;

class HeapStateBackendTest extends StateBackendContract {
    @Override
    protected StateBackend.Factory factory() {
        return HeapStateBackend.INSTANCE;
    }

    @Override
    protected boolean copies() {
        return false;
    }
}
