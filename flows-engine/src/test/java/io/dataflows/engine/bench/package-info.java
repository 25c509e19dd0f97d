/** Benchmarks; {@code mvn -Pbench verify} runs them. Never part of the timed tests. */
@org.jspecify.annotations.NullMarked
package io.dataflows.engine.bench;
