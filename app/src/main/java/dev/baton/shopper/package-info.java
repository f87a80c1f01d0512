/**
 * The customer's pages: where an order is, and the look-up that leads there. A door: it composes what inner modules
 * show; a customer who was asked whether an order was meant answers here, by the acts of the inner modules.
 *
 * <p>Calls in: none, it is a door. Calls: notifications, orders, merchants. Tables: lookup_window. Start reading at {@link dev.baton.shopper.OrderPage}.
 */
@NullMarked
package dev.baton.shopper;

import org.jspecify.annotations.NullMarked;
