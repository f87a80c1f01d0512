package dev.baton.shipping;

import dev.baton.platform.MerchantId;
import dev.baton.shipping.ShipmentsDispatched.Dispatched;

/**
 * News: a parcel goes under another number or carrier than was told first; whoever follows it, and the store that shows
 * it, have to know. Heard inside the transaction that corrects it.
 *
 * @param position which parcel of its shipment, from 1
 * @param parcel the shipment with that parcel alone, as it is now
 */
public record ParcelCorrected(MerchantId merchant, int position, Dispatched parcel) {}
