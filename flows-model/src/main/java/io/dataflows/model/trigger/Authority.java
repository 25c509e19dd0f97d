package io.dataflows.model.trigger;

import org.jspecify.annotations.Nullable;

/** Whose rights something is done with. The system is named here: nobody has its rights by having no identity. */
public sealed interface Authority {

    /** Who does it, or null for the system. */
    @Nullable
    Accountability accountability();

    /** Whether every right is held, so that nothing needs to be checked. */
    boolean isUnrestricted();

    /** The rights of the public. */
    static Authority everyone() {
        return new Caller(Accountability.anonymous(null, null, null));
    }

    /** The rights of this person or role, and those of the public where it is anonymous. */
    record Caller(Accountability accountability) implements Authority {

        @Override
        public boolean isUnrestricted() {
            return accountability.admin();
        }
    }

    /** Every right and no person: for what nobody caused, and where a flow's author asks for full access. */
    record Platform() implements Authority {

        @Override
        public @Nullable Accountability accountability() {
            return null;
        }

        @Override
        public boolean isUnrestricted() {
            return true;
        }
    }
}
