package io.dataflows.engine.secret;

import java.util.Arrays;
import java.util.List;

/** The patterns as a tree of their characters, for {@link SecretSearch}; node 0 is the root. */
final class SecretTrie {

    static final int NONE = -1;

    private final char[] labels;
    private final int[] firstChild;
    private final int[] nextSibling;
    private final int[] pattern;
    private final int[] asciiRoots = new int[128];
    private int size = 1;

    SecretTrie(List<SecretPattern> patterns) {
        int capacity =
                1 + patterns.stream().mapToInt(one -> one.text().length()).sum();
        labels = new char[capacity];
        firstChild = new int[capacity];
        nextSibling = new int[capacity];
        pattern = new int[capacity];
        Arrays.fill(pattern, NONE);
        for (int number = 0; number < patterns.size(); number++) {
            add(patterns.get(number).text(), number);
        }
        indexRoots();
    }

    int size() {
        return size;
    }

    char label(int node) {
        return labels[node];
    }

    /** Number of the pattern that ends at a node, or {@link #NONE}. */
    int pattern(int node) {
        return pattern[node];
    }

    int firstChild(int node) {
        return firstChild[node];
    }

    int nextSibling(int node) {
        return nextSibling[node];
    }

    /** The child with this character, or 0. */
    int child(int node, char c) {
        if (node == 0 && c < asciiRoots.length) {
            return asciiRoots[c];
        }
        int child = firstChild[node];
        while (child != 0 && labels[child] != c) {
            child = nextSibling[child];
        }
        return child;
    }

    /** Of two patterns with one text the first counts. */
    private void add(String text, int number) {
        int node = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            int child = firstChild[node];
            while (child != 0 && labels[child] != c) {
                child = nextSibling[child];
            }
            node = child != 0 ? child : append(node, c);
        }
        if (pattern[node] == NONE) {
            pattern[node] = number;
        }
    }

    private int append(int parent, char c) {
        int node = size++;
        labels[node] = c;
        nextSibling[node] = firstChild[parent];
        firstChild[parent] = node;
        return node;
    }

    private void indexRoots() {
        for (int child = firstChild[0]; child != 0; child = nextSibling[child]) {
            if (labels[child] < asciiRoots.length) {
                asciiRoots[labels[child]] = child;
            }
        }
    }
}
