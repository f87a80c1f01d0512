@NullMarked
package dev.baton.world.supplier;

import org.jspecify.annotations.NullMarked;
