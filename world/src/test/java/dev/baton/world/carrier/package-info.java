/** The carrier and the tracking service, seen from Baton's side of the wire. */
@NullMarked
package dev.baton.world.carrier;

import org.jspecify.annotations.NullMarked;
