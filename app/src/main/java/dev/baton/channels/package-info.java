/**
 * Stores: their orders and products in, and back to them what was shipped and what may be sold.
 *
 * <p>Every message is kept first (one row of the inbox, its bytes as a document) and answered then; a worker reads
 * it and hands the order to {@link dev.baton.orders.PlaceOrders}. Webhook, poll and REST call meet in one row per
 * order. What a kind of store says and wants to hear is known to an adapter in a sub-package.
 *
 * <p>Calls in: stores by webhook, api. Listens to: {@link dev.baton.shipping.ShipmentsDispatched},
 * {@link dev.baton.shipping.ParcelCorrected}, {@link dev.baton.merchants.StoreWentLive}, {@link dev.baton.orders.UnitsCancelled},
 * {@link dev.baton.inventory.AvailabilityChanged}, {@link dev.baton.inventory.StoreBuffersChanged}, {@link
 * dev.baton.catalog.MappingsChanged}. News out: none. Tables: store_connection, inbox, store_fulfilment,
 * catalogue_pull, availability_switch, availability_touch, store_figure, store_sale, availability_check,
 * availability_drift, store_check, store_import. Start reading at {@link dev.baton.channels.Inbox}; for what may be sold at
 * {@link dev.baton.channels.PushAvailability}.
 *
 * <p>Locks: store figures come after all stock, in the order of their keys.
 */
@NullMarked
package dev.baton.channels;

import org.jspecify.annotations.NullMarked;
