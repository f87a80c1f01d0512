package dev.baton.trading;

import dev.baton.catalog.OfferId;
import dev.baton.merchants.MailSender;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.orders.AllocationId;
import dev.baton.orders.OrderLineId;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.documents.SubjectId;
import dev.baton.purchasing.LineUnits;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.OrderTerms;
import dev.baton.suppliers.RestChannel;
import dev.baton.suppliers.ShipMethod;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.suppliers.WorkingHours;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Made-up facts of one purchase order document. */
final class SampleFacts {

    private static final UUID ANY = new UUID(0, 1);

    private SampleFacts() {}

    static PurchaseOrderFacts of(PostalAddress shipTo, @Nullable String giftMessage, PurchaseOrderLine... lines) {
        return new PurchaseOrderFacts(order(lines), supplier(), "Lamps & More", store(), shipTo, giftMessage, Map.of());
    }

    /** The same with what the customer entered for the first line. */
    static PurchaseOrderFacts engraved(PurchaseOrderFacts facts, Map<String, String> entered) {
        return new PurchaseOrderFacts(
                facts.order(),
                facts.supplier(),
                facts.merchantName(),
                facts.store(),
                facts.shipTo(),
                facts.giftMessage(),
                Map.of(facts.order().lines().getFirst().orderLine(), entered));
    }

    static PurchaseOrderLine line(int number, String sku, String title, int quantity, long unitCostMicros) {
        return new PurchaseOrderLine(
                new PurchaseOrderId(ANY),
                number,
                new AllocationId(new UUID(1, number)),
                new OrderLineId(new UUID(2, number)),
                new OfferId(new UUID(3, number)),
                "M-" + sku,
                sku,
                title,
                unitCostMicros,
                false,
                new LineUnits(quantity, 0, 0, 0, null, 0, 0, 0));
    }

    static PostalAddress address() {
        return new PostalAddress(
                "Zoë Müller-Øst",
                null,
                "Straße des 17. Juni 135",
                "c/o \"Nachbar\" \\ 2. OG",
                "Berlin",
                "Berlin",
                "BE",
                "10623",
                "DE",
                "+49 30 1234567");
    }

    private static ReadyToSend order(PurchaseOrderLine... lines) {
        return new ReadyToSend(
                new PurchaseOrderId(ANY),
                "1001-1",
                1,
                new SalesOrderId(ANY),
                new SupplierId(ANY),
                new StoreId(ANY),
                "5678901234",
                "#1042",
                ANY,
                new SubjectId(ANY),
                "MAIN",
                "Express",
                "EUR",
                Instant.parse("2026-03-02T09:00:00Z"),
                Instant.parse("2026-03-02T13:00:00Z"),
                List.of(lines),
                null);
    }

    private static Store store() {
        return new Store(
                new StoreId(ANY),
                "de",
                "shopify",
                "Lampen",
                "EUR",
                ZoneId.of("Europe/Berlin"),
                "default",
                MailSender.STORE,
                true);
    }

    private static SupplierTerms supplier() {
        return supplier("en");
    }

    /** A supplier that is written to in that language. */
    static SupplierTerms supplier(String language) {
        return new SupplierTerms(
                new SupplierId(ANY),
                "ACME",
                "Acme GmbH",
                "EUR",
                ZoneId.of("Europe/Berlin"),
                "DE",
                new WorkingHours(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 0),
                        Set.of()),
                4,
                Netting.GROSS,
                0,
                0,
                Absence.ZERO,
                false,
                3_600,
                250,
                30_000,
                List.of(),
                List.of(new ShipMethod("Express", "EXP1", "dhl_express")),
                new Instructions("Plain box", "Flyer \"Spring\"", "Card \"Danke\"", "Fragile sticker", null),
                new RestChannel(URI.create("https://acme.example/orders")),
                null,
                OrderTerms.NONE,
                language,
                false,
                null,
                true);
    }
}
