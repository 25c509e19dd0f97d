/**
 * The EAR as people meet it: on each server, over HTTP. The same classes run on WildFly and on Payara.
 */
package io.dataflows.blackbox;
