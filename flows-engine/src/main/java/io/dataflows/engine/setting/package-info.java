/** Settings that an administrator makes, read once from environment variables and system properties. */
@NullMarked
package io.dataflows.engine.setting;

import org.jspecify.annotations.NullMarked;
