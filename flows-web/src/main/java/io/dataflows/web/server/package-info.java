/**
 * What a server says about itself. These answers need no sign-in, so they hold nothing worth hiding.
 */
@NullMarked
package io.dataflows.web.server;

import org.jspecify.annotations.NullMarked;
