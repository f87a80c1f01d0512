/** Tests of the merchant and the people who work for it. */
@NullMarked
package dev.baton.merchants;

import org.jspecify.annotations.NullMarked;
