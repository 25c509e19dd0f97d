/** How to add work: the operation SPI and what an operation gets and gives back. One class and one options record make a new kind of step. */
@NullMarked
package io.dataflows.model.operation;

import org.jspecify.annotations.NullMarked;
