/** The operation that docs/adding-an-operation.md builds step by step. The page shows these very files. */
@NullMarked
package io.dataflows.example;

import org.jspecify.annotations.NullMarked;
