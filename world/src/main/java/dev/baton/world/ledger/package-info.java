/**
 * What every party of the world did and got, written down once and never changed. Start reading at
 * {@link dev.baton.world.ledger.Ledger}.
 */
@NullMarked
package dev.baton.world.ledger;

import org.jspecify.annotations.NullMarked;
