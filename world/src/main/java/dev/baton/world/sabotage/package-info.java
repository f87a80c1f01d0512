/**
 * Somebody in the middle who spoils the traffic between Baton and its partners, so that the oracle can be seen to notice.
 * Start reading at {@link dev.baton.world.sabotage.Interloper}.
 */
@NullMarked
package dev.baton.world.sabotage;

import org.jspecify.annotations.NullMarked;
