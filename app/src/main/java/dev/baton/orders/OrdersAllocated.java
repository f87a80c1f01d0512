package dev.baton.orders;

import dev.baton.catalog.OfferId;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.SubjectId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** News: units of these orders have a supplier and a claim on stock; purchase orders are to be written now. */
public record OrdersAllocated(MerchantId merchant, List<OrderAllocated> orders) {

    /** Version of the frozen facts, for whoever stores them. */
    public static final int SCHEMA_VERSION = 1;

    public OrdersAllocated {
        orders = List.copyOf(orders);
    }

    /**
     * One order's new allocations. No personal data: who it goes to is read by {@link OrderLookup#shipTo} at
     * rendering, from the immutable record named here.
     *
     * @param number what its purchase orders' numbers begin with: the sales order's, in today's restore epoch
     * @param customerRecord the record of customer and address as of now
     * @param subject the person whose key seals what is rendered
     * @param shipCountry ISO 3166-1 alpha-2
     * @param firstPoSuffix suffix of the first new purchase order; the following new ones count on
     * @param sendAfter business time before which nothing may be sent
     */
    public record OrderAllocated(
            SalesOrderId order,
            String number,
            StoreId store,
            String storeOrderId,
            String storeOrderName,
            UUID customerRecord,
            SubjectId subject,
            String shipCountry,
            @Nullable String shipMethod,
            int firstPoSuffix,
            Instant sendAfter,
            List<Group> groups) {

        public OrderAllocated {
            groups = List.copyOf(groups);
        }
    }

    /** What one supplier ships from one place: one purchase order. */
    public record Group(SupplierId supplier, String shipFrom, String currency, List<Allocated> lines) {

        public Group {
            lines = List.copyOf(lines);
        }
    }

    /** So many units of a line from one offer, at the cost of this moment (10⁻⁶ of the group's currency). */
    public record Allocated(
            AllocationId allocation,
            OrderLineId line,
            OfferId offer,
            String merchantSku,
            String supplierSku,
            String title,
            int quantity,
            long unitCostMicros) {}
}
