/**
 * Stores: their orders and products in, and back to them what was shipped.
 *
 * <p>Every message is kept first (one row of the inbox, its bytes as a document) and answered then; a worker reads
 * it and hands the order to {@link dev.baton.orders.PlaceOrders}. Webhook, poll and REST call meet in one row per
 * order. What a kind of store says and wants to hear is known to an adapter in a sub-package.
 *
 * <p>Calls in: stores by webhook, api. Listens to: {@link dev.baton.shipping.ShipmentsDispatched},
 * {@link dev.baton.merchants.StoreWentLive}, {@link dev.baton.orders.UnitsCancelled}. News out: none.
 * Tables: store_connection, inbox, store_fulfilment,
 * catalogue_pull. Start reading at {@link dev.baton.channels.Inbox}.
 */
@NullMarked
package dev.baton.channels;

import org.jspecify.annotations.NullMarked;
