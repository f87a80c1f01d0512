/**
 * Ship notices as tables: a supplier sends a CSV or Excel file of what left, each row an item in a parcel. What a shipment
 * means is shipping's matter.
 *
 * <p>Calls in: api, portal. Listens to: nothing. News out: none. Tables: none. Start reading at {@link
 * dev.baton.trading.notices.ReceiveShipNotices}.
 */
@NamedInterface("notices")
@NullMarked
package dev.baton.trading.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
