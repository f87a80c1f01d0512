/**
 * The conversation with suppliers about what they are asked to ship: issuing purchase orders, the point of no
 * return, answers, cancellation questions, reminders. How a document travels is trading's matter.
 *
 * <p>Calls in: shipping, tracking, trading, notifications, api, console, portal. Listens to: {@link dev.baton.orders.OrdersAllocated}, {@link
 * dev.baton.orders.AllocationsWithdrawn}, {@link dev.baton.orders.CancellationsRequested}, {@link
 * dev.baton.orders.DeliveriesChanged}. News out: {@link dev.baton.purchasing.PurchaseOrdersIssued}, {@link
 * dev.baton.purchasing.PurchaseOrdersWithdrawn}, {@link dev.baton.purchasing.PurchaseOrdersAnswered}, {@link
 * dev.baton.purchasing.CancellationsOpened}, {@link dev.baton.purchasing.AmendmentsPlanned}, {@link
 * dev.baton.purchasing.RemindersDue}, {@link dev.baton.purchasing.CounterOffersDecided},
 * {@link dev.baton.purchasing.RecallsOpened}, {@link dev.baton.purchasing.RecallsGivenUp}, {@link
 * dev.baton.purchasing.FreshLinkAsked}. Tables: purchase_order, purchase_order_line, acknowledgement,
 * acknowledgement_line, cancellation, cancellation_line, amendment, counter_offer, recall, recall_line, supplier_message,
 * order_instruction, purchase_order_link. Start reading at {@link
 * dev.baton.purchasing.BeginSending}.
 */
@NullMarked
package dev.baton.purchasing;

import org.jspecify.annotations.NullMarked;
