/** When a schedule fires: cron rules as texts, and the instants that they mean. Pure arithmetic; whoever waits for the instant lives elsewhere. */
@NullMarked
package io.dataflows.engine.schedule;

import org.jspecify.annotations.NullMarked;
