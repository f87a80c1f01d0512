/**
 * The carriers who see parcels on their way and report it, now and then late, twice or in the wrong order; of some of
 * them a tracking service tells by webhooks. Start reading at {@link dev.baton.world.carrier.Carrier}.
 */
@NullMarked
package dev.baton.world.carrier;

import org.jspecify.annotations.NullMarked;
