/** Who people are: accounts, roles and their sessions, as the stores keep them. Secrets appear as hashes only. */
@NullMarked
package io.dataflows.model.access;

import org.jspecify.annotations.NullMarked;
