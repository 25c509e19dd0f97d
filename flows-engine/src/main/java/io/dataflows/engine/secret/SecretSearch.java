package io.dataflows.engine.secret;

import java.util.List;

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

    /** The text with a mask in place of each pattern; the text itself where there is none. */
    String mask(String text) {
        Matches matches = new Matches(patterns.size());
        int node = 0;
        for (int at = 0; at < text.length(); at++) {
            node = next(node, text.charAt(at));
            if (trie.pattern(node) != SecretTrie.NONE || shorter[node] != 0) {
                take(node, text, at + 1, matches);
            }
        }
        return matches.isEmpty() ? text : matches.mask(text, patterns);
    }

    private void take(int end, String text, int to, Matches matches) {
        for (int node = end; node != 0; node = shorter[node]) {
            int number = trie.pattern(node);
            if (number != SecretTrie.NONE) {
                int from = to - patterns.get(number).text().length();
                if (patterns.get(number).fits(text, from, to) && matches.add(from, to, number)) {
                    return;
                }
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
}
