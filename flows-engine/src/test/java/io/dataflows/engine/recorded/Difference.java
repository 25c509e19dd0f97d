package io.dataflows.engine.recorded;

/** One part of a case that came out otherwise than recorded. */
record Difference(RecordedCase recorded, String part, Object expected, Object actual) {

    @Override
    public String toString() {
        return recorded.group() + "/" + recorded.name() + ", " + part + ": expected " + expected + " but was " + actual;
    }
}
