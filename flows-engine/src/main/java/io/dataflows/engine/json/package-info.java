/** One JSON mapper for everything that reads or writes JSON. Nothing else creates one. */
@NullMarked
package io.dataflows.engine.json;

import org.jspecify.annotations.NullMarked;
