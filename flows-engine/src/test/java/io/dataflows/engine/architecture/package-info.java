/** The dependency rules of the engine as tests, each seen to fail on a seeded violation. */
@org.jspecify.annotations.NullMarked
package io.dataflows.engine.architecture;
