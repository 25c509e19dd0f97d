/** Operations that send mails. Each is one final class without state. */
@NullMarked
package io.dataflows.engine.operation.mail;

import org.jspecify.annotations.NullMarked;
