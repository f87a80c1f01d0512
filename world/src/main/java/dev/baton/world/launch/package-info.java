/** Starts Baton itself as anybody would, by its launcher, and stops it again. */
@NullMarked
package dev.baton.world.launch;

import org.jspecify.annotations.NullMarked;
