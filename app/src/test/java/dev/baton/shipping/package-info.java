@NullMarked
package dev.baton.shipping;

import org.jspecify.annotations.NullMarked;
