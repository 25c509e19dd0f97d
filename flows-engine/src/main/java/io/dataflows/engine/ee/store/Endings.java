package io.dataflows.engine.ee.store;

import java.util.ArrayList;
import java.util.List;

/** What is to be done when a transaction ended. Of a part that was rolled back alone, nothing is done after the commit. */
public final class Endings {

    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterEnd = new ArrayList<>();

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void afterEnd(Runnable action) {
        afterEnd.add(action);
    }

    /** How far the transaction has come, for {@link #forgetSince}. */
    int mark() {
        return afterCommit.size();
    }

    /** What was begun since the mark is rolled back. */
    void forgetSince(int mark) {
        afterCommit.subList(mark, afterCommit.size()).clear();
    }

    void run(boolean committed) {
        if (committed) {
            afterCommit.forEach(Runnable::run);
        }
        afterEnd.forEach(Runnable::run);
    }
}
