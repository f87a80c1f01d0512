/**
 * What left the suppliers: shipments, parcels, what is in them; and the slip that lies in the box.
 *
 * <p>Calls in: tracking, channels, trading, portal, api. Listens to: nothing. News out: {@link
 * dev.baton.shipping.ShipmentsDispatched}, {@link dev.baton.shipping.ParcelCorrected}. Tables: shipment,
 * shipment_package, shipment_package_line, shipment_package_correction. Start
 * reading at {@link dev.baton.shipping.RecordShipments}.
 */
@NullMarked
package dev.baton.shipping;

import org.jspecify.annotations.NullMarked;
