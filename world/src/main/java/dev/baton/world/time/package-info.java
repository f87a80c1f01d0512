/**
 * The business time of the world, which may run faster than the clock on the wall, and what is planned in it. Start
 * reading at {@link dev.baton.world.time.WorldClock}.
 */
@NullMarked
package dev.baton.world.time;

import org.jspecify.annotations.NullMarked;
