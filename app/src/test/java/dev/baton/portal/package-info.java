/** Tests of the supplier's pages, over real HTTP and in a real browser. */
@NullMarked
package dev.baton.portal;

import org.jspecify.annotations.NullMarked;
