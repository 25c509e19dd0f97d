package io.dataflows.model.flow;

import org.jspecify.annotations.Nullable;

/** What stays readable of a run afterwards; a flow's {@code accountability} chooses it. */
public enum JournalPolicy {
    /** The run with its steps and data. */
    ALL,
    /** That it ran, when and for whom. */
    ACTIVITY,
    /** Nothing. */
    NOTHING;

    /** As users know it: every text but {@code all} keeps the activity, null keeps nothing. */
    public static JournalPolicy of(@Nullable String accountability) {
        if (accountability == null) {
            return NOTHING;
        }
        return accountability.equals("all") ? ALL : ACTIVITY;
    }
}
