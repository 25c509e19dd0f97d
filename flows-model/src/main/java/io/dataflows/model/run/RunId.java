package io.dataflows.model.run;

import java.util.UUID;

/** Identifies one run, everywhere and for ever. */
public record RunId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
