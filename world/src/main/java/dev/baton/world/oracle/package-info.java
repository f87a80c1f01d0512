/**
 * Says in words where what happened differs from what the scripts had. Pure: it reads the scripts, the ledger and what
 * Baton answered. Start reading at {@link dev.baton.world.oracle.Oracle}.
 */
@NullMarked
package dev.baton.world.oracle;

import org.jspecify.annotations.NullMarked;
