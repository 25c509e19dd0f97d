/** From a definition to a program: checks, templates, filters and rules, once for each flow version. Runs only read what this room made. */
@NullMarked
package io.dataflows.engine.compile;

import org.jspecify.annotations.NullMarked;
