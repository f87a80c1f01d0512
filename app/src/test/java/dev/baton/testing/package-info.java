/** What tests of every module share: a real PostgreSQL and where the repository is. */
@NullMarked
package dev.baton.testing;

import org.jspecify.annotations.NullMarked;
