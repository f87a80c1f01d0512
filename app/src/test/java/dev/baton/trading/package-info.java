@NullMarked
package dev.baton.trading;

import org.jspecify.annotations.NullMarked;
