/** Serves the console below /admin. Deep links lead to its page, assets are served as they are. */
@NullMarked
package io.dataflows.web.console;

import org.jspecify.annotations.NullMarked;
