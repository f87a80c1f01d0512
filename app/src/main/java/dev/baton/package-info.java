/**
 * Baton's outermost shell: the program's commands, what they are told by flags and environment, the first start, and
 * nothing of the trade.
 *
 * <p>Calls in: the operating system. Used by no module. News out: none. Tables: none. Start reading at
 * {@link dev.baton.Baton}.
 */
@NullMarked
package dev.baton;

import org.jspecify.annotations.NullMarked;
