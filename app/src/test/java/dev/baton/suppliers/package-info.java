/** Tests of suppliers and their terms, and a sample supplier for the tests of others. */
@NullMarked
package dev.baton.suppliers;

import org.jspecify.annotations.NullMarked;
