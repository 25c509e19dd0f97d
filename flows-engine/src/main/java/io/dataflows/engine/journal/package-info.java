/** The journal: what stays readable of a run afterwards. Nothing secret gets into it. */
@NullMarked
package io.dataflows.engine.journal;

import org.jspecify.annotations.NullMarked;
