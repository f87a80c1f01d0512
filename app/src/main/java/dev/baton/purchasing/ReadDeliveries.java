package dev.baton.purchasing;

import dev.baton.orders.OrderLineId;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.ShipTo;
import dev.baton.platform.MerchantId;
import dev.baton.platform.address.PostalAddress;
import dev.baton.suppliers.ShipMethod;
import dev.baton.suppliers.SupplierTerms;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what suppliers are told of deliveries, so that two versions can be compared as the supplier reads them. */
@Component
class ReadDeliveries {

    private final OrderLookup orders;

    ReadDeliveries(OrderLookup orders) {
        this.orders = orders;
    }

    /** Records and lines that were read at once; those of erased people are absent. */
    record Sources(Map<UUID, ShipTo> records, Map<OrderLineId, String> storeLines) {}

    /** One version of a delivery. */
    record Version(
            UUID customerRecord, String country, @Nullable String shipMethod) {

        static Version told(PurchaseOrder row) {
            return new Version(row.customerRecord(), row.shipCountry(), row.shipMethod());
        }

        static Version asked(Amendment question) {
            return new Version(question.customerRecord(), question.shipCountry(), question.shipMethod());
        }
    }

    Sources read(MerchantId merchant, Collection<UUID> records, Collection<PurchaseOrderLine> lines) {
        return new Sources(
                orders.shipTo(merchant, records),
                orders.storeLines(
                        merchant,
                        lines.stream().map(PurchaseOrderLine::orderLine).toList()));
    }

    /** What the supplier reads of a version about those lines; null when the customer's data was erased. */
    static @Nullable DeliveryFacts facts(
            Sources sources, Version version, List<PurchaseOrderLine> toCome, SupplierTerms terms) {
        ShipTo record = sources.records().get(version.customerRecord());
        if (record == null) {
            return null;
        }
        Map<Integer, Map<String, String>> entered = new HashMap<>();
        for (PurchaseOrderLine line : toCome) {
            String storeLine = sources.storeLines().get(line.orderLine());
            Map<String, String> said =
                    storeLine == null ? null : record.entered().get(storeLine);
            if (said != null && !said.isEmpty()) {
                entered.put(line.line(), new TreeMap<>(said));
            }
        }
        return new DeliveryFacts(
                version.country(), named(record), record.giftMessage(), method(version.shipMethod(), terms), entered);
    }

    /** The customer's name stands on the purchase order only where the address has neither person nor firm. */
    private static @Nullable PostalAddress named(ShipTo record) {
        PostalAddress to = record.address();
        if (to == null || to.name() != null || to.company() != null) {
            return to;
        }
        return new PostalAddress(
                record.customer().name(),
                null,
                to.line1(),
                to.line2(),
                to.city(),
                to.region(),
                to.regionCode(),
                to.postcode(),
                to.countryCode(),
                to.phone());
    }

    /** Two methods of the store that the supplier knows by one code are one to it. */
    private static @Nullable String method(@Nullable String storeMethod, SupplierTerms terms) {
        return ShipMethod.agreedFor(storeMethod, terms.shipMethods())
                .map(agreed -> agreed.code() + " " + agreed.carrier())
                .orElse(storeMethod);
    }
}
