/**
 * Where parcels are, by what carriers say.
 *
 * <p>Calls in: api, console, portal, notifications, tracking services. Listens to: {@link
 * dev.baton.shipping.ShipmentsDispatched}, {@link dev.baton.shipping.ParcelCorrected}. News out: {@link
 * dev.baton.tracking.ParcelsDelivered}, {@link dev.baton.tracking.ParcelsLost}, {@link
 * dev.baton.tracking.ParcelsFound}. Tables: tracked_number, tracked_package, lost_package, tracking_scan, carrier_hook, carrier_message. Start reading at {@link dev.baton.tracking.RecordScans}.
 */
@NullMarked
package dev.baton.tracking;

import org.jspecify.annotations.NullMarked;
