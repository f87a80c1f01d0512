/**
 * Baton's outermost shell: the program's entry point and nothing of the trade.
 *
 * <p>Calls in: the operating system. Used by no module. Start reading at {@link dev.baton.Baton}.
 */
@NullMarked
package dev.baton;

import org.jspecify.annotations.NullMarked;
