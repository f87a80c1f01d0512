@NullMarked
package dev.baton.shopper;

import org.jspecify.annotations.NullMarked;
