/** What work may reach outside the engine. Interfaces only: one adapter in the servers, one in the test kit. */
@NullMarked
package io.dataflows.model.capability;

import org.jspecify.annotations.NullMarked;
