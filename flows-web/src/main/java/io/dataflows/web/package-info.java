/**
 * How people and machines reach the engine over HTTP. Each resource lives in a room of its own below this package.
 */
@NullMarked
package io.dataflows.web;

import org.jspecify.annotations.NullMarked;
