/**
 * The meaning of a customer's order: placing it, holding it, deciding who ships which unit, changing and
 * cancelling it, and knowing where each ordered unit is.
 *
 * <p>Calls in: channels, purchasing, shipping, tracking, trading, notifications, api, shopper. Listens to: {@link
 * dev.baton.inventory.StockRaised}, {@link dev.baton.catalog.CostsChanged}, {@link dev.baton.suppliers.ClosureDeclared},
 * {@link dev.baton.suppliers.SupplierDaysChanged}. News out: {@link dev.baton.orders.OrdersAllocated}, {@link
 * dev.baton.orders.AllocationsWithdrawn}, {@link dev.baton.orders.CancellationsRequested}, {@link
 * dev.baton.orders.DeliveriesChanged}, {@link dev.baton.orders.UnitsCancelled}, {@link
 * dev.baton.orders.OrdersPlaced}, {@link dev.baton.orders.OrdersRefunded}, {@link dev.baton.orders.CustomersAsked}. Tables: store_order, sales_order,
 * customer_record, customer_token, mended_address, order_line, line_move, allocation, hold, hold_release,
 * customer_question, customer_search_fill, margin_check, decision, backorder_by_hand. Start reading at {@link
 * dev.baton.orders.PlaceOrders}.
 */
@NullMarked
package dev.baton.orders;

import org.jspecify.annotations.NullMarked;
