package io.dataflows.engine.filter;

/** A text that lets itself be read a bounded number of times. */
final class BudgetedText implements CharSequence {

    private static final long READS = 1_000_000;
    private static final long READS_PER_CHARACTER = 20;

    private final String text;
    private long reads;

    BudgetedText(String text) {
        this.text = text;
        this.reads = READS + READS_PER_CHARACTER * text.length();
    }

    static FilterException exhausted() {
        return new FilterException("RangeError", "The regular expression takes too long on this text.");
    }

    @Override
    public char charAt(int index) {
        if (--reads < 0) {
            throw exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
