/**
 * What must hold whatever happens, asked of the database and of the world's ledger. Start reading at
 * {@link dev.baton.invariants.DatabaseInvariants}.
 */
@NullMarked
package dev.baton.invariants;

import org.jspecify.annotations.NullMarked;
