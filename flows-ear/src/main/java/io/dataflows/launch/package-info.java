/**
 * Brings an application server up with the EAR and takes it down again, the same way for WildFly and Payara.
 * The {@code run} profile and the tests that restart a server use it; nothing of it goes into the EAR.
 */
@NullMarked
package io.dataflows.launch;

import org.jspecify.annotations.NullMarked;
