/**
 * The customer's pages: where an order is, and the look-up that leads there. A door: it composes what inner modules
 * show and changes nothing of an order.
 *
 * <p>Calls in: none, it is a door. Calls: notifications, orders, merchants. Tables: lookup_window. Start reading at {@link dev.baton.shopper.OrderPage}.
 */
@NullMarked
package dev.baton.shopper;

import org.jspecify.annotations.NullMarked;
