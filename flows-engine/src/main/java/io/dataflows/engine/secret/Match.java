package io.dataflows.engine.secret;

/**
 * A secret in a text.
 *
 * @param to exclusive
 * @param mask what stands in its place
 */
record Match(int from, int to, String mask) {}
