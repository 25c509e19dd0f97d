/** What operations reach through the server: its mail sessions, and mail servers. Every wait there has an end. */
@NullMarked
package io.dataflows.engine.ee.reach;

import org.jspecify.annotations.NullMarked;
