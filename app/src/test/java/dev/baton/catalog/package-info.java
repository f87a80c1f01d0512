/** Tests of the catalogue, and a sample catalogue for the tests of others. */
@NullMarked
package dev.baton.catalog;

import org.jspecify.annotations.NullMarked;
