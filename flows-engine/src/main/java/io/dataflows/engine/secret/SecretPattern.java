package io.dataflows.engine.secret;

/**
 * A text that must not be stored.
 *
 * @param text not empty
 * @param mask what stands in its place
 * @param word counts only where no letter or digit touches it, since so short a text also stands inside other words
 */
record SecretPattern(String text, String mask, boolean word) {

    SecretPattern as(String form) {
        return new SecretPattern(form, mask, word);
    }

    boolean fits(String in, int from, int to) {
        return !word || !(isWord(in, from - 1) || isWord(in, to));
    }

    private static boolean isWord(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
