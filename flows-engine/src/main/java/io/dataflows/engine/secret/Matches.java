package io.dataflows.engine.secret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where secrets stand in a text: of those that start together the longest, of those inside another one none. */
final class Matches {

    private static final Comparator<Match> BY_END = Comparator.comparingInt(Match::to);

    private final List<Match> found = new ArrayList<>();

    private Matches() {}

    /**
     * The text with a mask in place of each match; the text itself where there is none.
     *
     * @param groups what each group of secrets found, in the order of the ends; of the same match the first one counts
     */
    static String mask(String text, List<List<Match>> groups) {
        if (groups.isEmpty()) {
            return text;
        }
        Matches matches = new Matches();
        inOrder(groups).forEach(matches::add);
        return matches.mask(text);
    }

    private static List<Match> inOrder(List<List<Match>> groups) {
        if (groups.size() == 1) {
            return groups.get(0);
        }
        List<Match> all = new ArrayList<>();
        groups.forEach(all::addAll);
        all.sort(BY_END);
        return all;
    }

    /** Matches come in the order of their ends. */
    private void add(Match match) {
        if (!found.isEmpty() && last().to() == match.to() && last().from() <= match.from()) {
            return;
        }
        while (!found.isEmpty() && last().from() >= match.from()) {
            found.remove(found.size() - 1);
        }
        found.add(match);
    }

    private Match last() {
        return found.get(found.size() - 1);
    }

    /** Of secrets that overlap nothing is left over, either. */
    private String mask(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        for (Match match : found) {
            if (match.from() > from) {
                masked.append(text, from, match.from());
            }
            masked.append(match.mask());
            from = Math.max(from, match.to());
        }
        return masked.append(text, from, text.length()).toString();
    }
}
