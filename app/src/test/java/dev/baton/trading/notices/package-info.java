/** Tests of ship notices as tables. */
@NullMarked
package dev.baton.trading.notices;

import org.jspecify.annotations.NullMarked;
