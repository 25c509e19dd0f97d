/** What happened: runs with their steps, and the same as activity and revisions. Everything here is read only. */
@NullMarked
package io.dataflows.web.run;

import org.jspecify.annotations.NullMarked;
