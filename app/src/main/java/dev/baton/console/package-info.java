/**
 * The staff console: who is signed in, what each role may do, and the screens an operator works with. A door: it
 * composes what inner modules show and calls their acts; it decides nothing of an order.
 *
 * <p>Calls in: HTTP under {@code /console}, the one-time link {@code /welcome/…}. Calls: merchants, orders, purchasing,
 * shipping, tracking, trading, notifications, suppliers, catalog, inventory, sourcing, channels, platform. News out: none. Tables: console_letter,
 * staff_mail, morning_wish, morning_round, setup_mark, console_view, console_bulk, console_bulk_run,
 * console_bulk_row, console_handover.
 * Start reading at {@link dev.baton.console.StaffDoor} and {@link dev.baton.console.Act}, then any {@code …Screen}
 * class: one per page.
 */
@NullMarked
package dev.baton.console;

import org.jspecify.annotations.NullMarked;
