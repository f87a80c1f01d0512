/**
 * Documents on their way to suppliers: planned, rendered once, stored, signed, sent by REST or mail, repeated, parked. What they
 * mean is purchasing's matter.
 *
 * <p>Calls in: notifications, api. Listens to: {@link dev.baton.purchasing.PurchaseOrdersIssued}, {@link
 * dev.baton.purchasing.PurchaseOrdersWithdrawn}, {@link dev.baton.purchasing.PurchaseOrdersAnswered}, {@link
 * dev.baton.purchasing.CancellationsOpened}, {@link dev.baton.purchasing.AmendmentsPlanned}, {@link
 * dev.baton.purchasing.CounterOffersDecided}, {@link dev.baton.purchasing.RecallsOpened}, {@link
 * dev.baton.purchasing.RemindersDue}. News out: {@link dev.baton.trading.CustomerMailReturned}, {@link
 * dev.baton.trading.feeds.StockFileDoubted}. Tables: transmission, transmission_attempt, returned_mail,
 * returned_mail_watch, purchase_order_paper, test_order. Start reading at {@link dev.baton.trading.SendTransmissions}; suppliers'
 * stock files are {@link dev.baton.trading.feeds}.
 */
@NullMarked
package dev.baton.trading;

import org.jspecify.annotations.NullMarked;
