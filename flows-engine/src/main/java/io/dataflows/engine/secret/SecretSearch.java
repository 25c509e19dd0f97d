package io.dataflows.engine.secret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many patterns in one pass over a text, whatever the text is (Aho and Corasick). Time grows with the text, not
 * with the number of patterns: who sends a long text full of almost-secrets must not stop the server.
 */
final class SecretSearch {

    private final List<SecretPattern> patterns;
    private final SecretTrie trie;

    /** The node that goes on where a node's children don't: that of the longest text that is still possible. */
    private final int[] fallback;

    /** The next node on the way of the fall-backs at which a pattern ends, or 0. */
    private final int[] shorter;

    SecretSearch(List<SecretPattern> patterns) {
        this.patterns = patterns;
        this.trie = new SecretTrie(patterns);
        this.fallback = new int[trie.size()];
        this.shorter = new int[trie.size()];
        link();
    }

    /**
     * The patterns in the text, in the order of their ends; of those with the same end the longest.
     *
     * @param min shorter patterns don't count
     */
    List<Match> find(String text, int min) {
        Found found = new Found(text, min, new ArrayList<>(0), new HashMap<>(0));
        int node = 0;
        for (int at = 0; at < text.length(); at++) {
            node = next(node, text.charAt(at));
            if (trie.pattern(node) != SecretTrie.NONE || shorter[node] != 0) {
                take(node, at + 1, found);
            }
        }
        return found.matches();
    }

    private void take(int end, int to, Found found) {
        for (int node = end; node != 0; node = shorter[node]) {
            int number = trie.pattern(node);
            if (number != SecretTrie.NONE && found.add(patterns.get(number), number, to)) {
                return;
            }
        }
    }

    private int next(int from, char c) {
        int node = from;
        int child = trie.child(node, c);
        while (child == 0 && node != 0) {
            node = fallback[node];
            child = trie.child(node, c);
        }
        return child;
    }

    /** Level by level: a node's fall-back lies nearer to the root than the node itself. */
    private void link() {
        int[] queue = new int[trie.size()];
        int tail = 1;
        for (int head = 0; head < tail; head++) {
            int parent = queue[head];
            for (int node = trie.firstChild(parent); node != 0; node = trie.nextSibling(node)) {
                queue[tail++] = node;
                fallback[node] = parent == 0 ? 0 : next(fallback[parent], trie.label(node));
                int behind = fallback[node];
                shorter[node] = trie.pattern(behind) != SecretTrie.NONE ? behind : shorter[behind];
            }
        }
    }

    /** @param ends of the last match of each pattern, by its number: a pattern doesn't overlap itself */
    private record Found(String text, int min, List<Match> matches, Map<Integer, Integer> ends) {

        boolean add(SecretPattern pattern, int number, int to) {
            int length = pattern.text().length();
            int from = to - length;
            if (length < min || !pattern.fits(text, from, to) || from < ends.getOrDefault(number, 0)) {
                return false;
            }
            ends.put(number, to);
            return matches.add(new Match(from, to, pattern.mask()));
        }
    }
}
