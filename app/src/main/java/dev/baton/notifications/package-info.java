/**
 * Who is told what, when and in which language: mails to customers about their orders, each sent once.
 *
 * <p>Calls in: api, shopper. Listens to: {@link dev.baton.orders.OrdersPlaced}, {@link
 * dev.baton.orders.OrdersRefunded}, {@link dev.baton.orders.UnitsCancelled}, {@link dev.baton.orders.CustomersAsked}, {@link
 * dev.baton.purchasing.RecallsGivenUp}, {@link
 * dev.baton.shipping.ShipmentsDispatched}, {@link dev.baton.tracking.ParcelsDelivered}, {@link dev.baton.tracking.ParcelsLost}, {@link
 * dev.baton.tracking.ParcelsFound}, {@link
 * dev.baton.suppliers.ClosureDeclared}, {@link dev.baton.trading.CustomerMailReturned}. News out: none. Tables:
 * customer_message, customer_message_event, refused_mail. Start reading at {@link dev.baton.notifications.PlanMessages}.
 */
@NullMarked
package dev.baton.notifications;

import org.jspecify.annotations.NullMarked;
