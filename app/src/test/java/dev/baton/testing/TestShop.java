package dev.baton.testing;

import dev.baton.catalog.DefineOffers;
import dev.baton.catalog.DefineSkus;
import dev.baton.catalog.OfferDefinition;
import dev.baton.catalog.SkuDefinition;
import dev.baton.inventory.ApplyFeed;
import dev.baton.inventory.FeedMode;
import dev.baton.inventory.FeedRow;
import dev.baton.inventory.NewFeedRun;
import dev.baton.merchants.StoreId;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.OrderMoney;
import dev.baton.orders.OrderVersion;
import dev.baton.orders.Payment;
import dev.baton.orders.RiskLevel;
import dev.baton.orders.StoreLine;
import dev.baton.orders.StoreOrder;
import dev.baton.orders.StoreRefund;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Micros;
import dev.baton.platform.Tenancy;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.NewDocument;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.DefineSupplier;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.ShippingRate;
import dev.baton.suppliers.SupplierDefinition;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.WorkingHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A merchant with a store, suppliers, offers and stock, built by the product's own acts. */
public final class TestShop {

    /** A complete German address of nobody. */
    public static final PostalAddress BERLIN = new PostalAddress(
            "Ada Muster", null, "Probestraße 1", null, "Berlin", null, null, "10115", "DE", "+4930123456");

    public final TestBaton baton;
    public final MerchantId merchant;
    public final StoreId store;

    public TestShop(TestBaton baton) {
        this.baton = baton;
        this.merchant = baton.newMerchant();
        this.store = new StoreId(UUID.randomUUID());
        baton.bean(Tenancy.class)
                .run(
                        merchant,
                        () -> baton.jdbc()
                                .sql("""
                insert into store (merchant_id, store_id, code, kind, name, currency, zone, live, created_at)
                values (:merchant, :store, 'main', 'api', 'Main store', 'EUR', 'Europe/Berlin', true, :at)
                """)
                                .param("merchant", merchant.value())
                                .param("store", store.value())
                                .param("at", java.sql.Timestamp.from(TestClock.START))
                                .update());
    }

    /** A supplier in EUR, open all week, that ships any weight for the given price. */
    public SupplierId supplier(String code, Netting netting, long shippingMinor) {
        return baton.bean(DefineSupplier.class)
                .define(
                        merchant,
                        new SupplierDefinition(
                                code,
                                code + " Ltd",
                                "EUR",
                                ZoneId.of("Europe/Berlin"),
                                "DE",
                                new WorkingHours(
                                        EnumSet.allOf(DayOfWeek.class),
                                        LocalTime.of(9, 0),
                                        LocalTime.of(17, 0),
                                        Set.of()),
                                4,
                                netting,
                                0,
                                0,
                                Absence.KEEP,
                                false,
                                86_400,
                                0,
                                30_000,
                                List.of(new ShippingRate("*", 30_000, shippingMinor)),
                                List.of(),
                                new Instructions(null, null, null),
                                null,
                                true));
    }

    /** A goods SKU of 500 g. */
    public void sku(String code) {
        baton.bean(DefineSkus.class)
                .define(merchant, List.of(new SkuDefinition(code, "Title of " + code, 500, true, List.of())));
    }

    /** A bundle of goods that exist. */
    public void bundle(String code, SkuDefinition.Part... parts) {
        baton.bean(DefineSkus.class)
                .define(merchant, List.of(new SkuDefinition(code, "Bundle " + code, 0, true, List.of(parts))));
    }

    /** An offer whose supplier's SKU is the supplier's code and the SKU, with that much in stock. */
    public void offer(String sku, SupplierId supplier, String supplierSku, String unitCost, int stock) {
        baton.bean(DefineOffers.class)
                .define(
                        merchant,
                        List.of(new OfferDefinition(
                                sku, supplier, supplierSku, "MAIN", Micros.parse(unitCost), "EUR", 1, Set.of(), 1)));
        stock(supplier, supplierSku, stock);
    }

    /** A delta feed of one figure, observed now. */
    public void stock(SupplierId supplier, String supplierSku, int quantity) {
        baton.bean(ApplyFeed.class)
                .apply(
                        merchant,
                        new NewFeedRun(
                                supplier,
                                FeedMode.DELTA,
                                baton.clock().instant(),
                                null,
                                List.of(new FeedRow(supplierSku, null, quantity))));
    }

    /** A paid order to Berlin; lines are {@code sku×quantity}. */
    public Draft order(String storeOrderId, String... lines) {
        return new Draft(this, storeOrderId, lines);
    }

    /** An order in the making. */
    public static final class Draft {

        private final TestShop shop;
        private final String id;
        private final List<StoreLine> lines = new ArrayList<>();
        private Payment payment = Payment.PAID;
        private @Nullable PostalAddress shipTo = BERLIN;
        private boolean cancelled;
        private @Nullable String cancelReason;
        private boolean withheld;
        private StoreId from;
        private long totalMinor = 5_000;
        private String email;
        private @Nullable String phone;
        private String name = "Ada Muster";
        private String locale = "de";
        private @Nullable PostalAddress billTo;
        private @Nullable String giftMessage;
        private @Nullable String note;
        private String shipMethod = "Standard";
        private List<String> tags = List.of();
        private final List<StoreRefund> refunds = new ArrayList<>();
        private @Nullable RiskLevel risk;
        private Instant updatedAt;

        private Draft(TestShop shop, String id, String... lines) {
            this.shop = shop;
            this.id = id;
            this.email = id + "@customer.example";
            this.from = shop.store;
            this.updatedAt = shop.baton.clock().instant();
            for (String line : lines) {
                int times = line.indexOf('×');
                line(line.substring(0, times), Integer.parseInt(line.substring(times + 1)));
            }
        }

        /** The store it was placed in. */
        public Draft from(StoreId store) {
            from = store;
            return this;
        }

        /** Adds a line. */
        public Draft line(@Nullable String sku, int quantity) {
            return line(sku, quantity, quantity);
        }

        /** Adds a line of which the store still wants so many. */
        public Draft line(@Nullable String sku, int quantity, int remaining) {
            lines.add(new StoreLine(
                    id + "-" + (lines.size() + 1),
                    sku,
                    "Store title of " + sku,
                    quantity,
                    remaining,
                    0,
                    true,
                    1_000,
                    0,
                    0,
                    Map.of()));
            return this;
        }

        /** Adds a line of which somebody fulfilled so many units in the store by hand. */
        public Draft lineByHand(String sku, int quantity, int byHand) {
            line(sku, quantity);
            return last(byHand, Map.of());
        }

        /** What the customer entered on the last line. */
        public Draft properties(Map<String, String> entered) {
            return last(lines.getLast().fulfilledElsewhere(), entered);
        }

        private Draft last(int byHand, Map<String, String> entered) {
            StoreLine line = lines.removeLast();
            lines.add(new StoreLine(
                    line.storeLineId(),
                    line.sku(),
                    line.title(),
                    line.quantity(),
                    line.remaining(),
                    byHand,
                    line.requiresShipping(),
                    line.unitPriceMinor(),
                    line.discountMinor(),
                    line.taxMinor(),
                    entered));
            return this;
        }

        /** What the store sees as the risk of fraud. */
        public Draft risk(RiskLevel level) {
            risk = level;
            return this;
        }

        /** The customer's phone number, beside the one of the address. */
        public Draft phone(String number) {
            phone = number;
            return this;
        }

        /** What the customer is called, and the language they bought in. */
        public Draft customer(String called, String language) {
            name = called;
            locale = language;
            return this;
        }

        /** Where the bill goes, if not where the goods go. */
        public Draft billedTo(PostalAddress address) {
            billTo = address;
            return this;
        }

        /** The gift message. */
        public Draft gift(String message) {
            giftMessage = message;
            return this;
        }

        /** The customer's note to the merchant. */
        public Draft note(String text) {
            note = text;
            return this;
        }

        /** The customer's choice of delivery. */
        public Draft shippedBy(String method) {
            shipMethod = method;
            return this;
        }

        /** Marks the store put on it. */
        public Draft tags(String... marks) {
            tags = List.of(marks);
            return this;
        }

        /** Money the store gave back. */
        public Draft refund(long minor, StoreRefund.RefundedLine... units) {
            refunds.add(new StoreRefund("R" + (refunds.size() + 1), updatedAt, minor, List.of(units)));
            return this;
        }

        /** Changes the last line as a store may. */
        public Draft lastLine(UnaryOperator<StoreLine> change) {
            lines.add(change.apply(lines.removeLast()));
            return this;
        }

        /** What the store says of the money. */
        public Draft payment(Payment state) {
            payment = state;
            return this;
        }

        /** Where it goes; null for nowhere. */
        public Draft to(@Nullable PostalAddress address) {
            shipTo = address;
            return this;
        }

        /** Cancelled in the store. */
        public Draft cancelled() {
            cancelled = true;
            return this;
        }

        /** Cancelled in the store, which says why. */
        public Draft cancelled(String reason) {
            cancelReason = reason;
            return cancelled();
        }

        /** The store keeps names and addresses to itself. */
        public Draft withheld() {
            withheld = true;
            shipTo = null;
            return this;
        }

        /** Order total in cents. */
        public Draft total(long minor) {
            totalMinor = minor;
            return this;
        }

        /** The customer's mail address. */
        public Draft by(String mail) {
            email = mail;
            return this;
        }

        /** The store's time of this version. */
        public Draft updatedAt(Instant at) {
            updatedAt = at;
            return this;
        }

        /** The order, with a stored document behind it. */
        public StoreOrder build() {
            DocumentId document = shop.baton.in(
                    shop.merchant,
                    () -> shop.baton
                            .bean(Documents.class)
                            .store(
                                    shop.merchant,
                                    new NewDocument(
                                            "application/json",
                                            "{}",
                                            new byte[] {1},
                                            RetentionClass.STORE_INTAKE,
                                            null,
                                            null)));
            return new StoreOrder(
                    from,
                    id,
                    "#" + id,
                    updatedAt,
                    new OrderVersion(updatedAt, null),
                    payment,
                    cancelled,
                    cancelReason,
                    false,
                    "EUR",
                    "EUR",
                    new OrderMoney(totalMinor, 0, 0, true, 0, totalMinor),
                    new CustomerFacts(withheld ? null : name, withheld ? null : email, phone, locale),
                    shipTo,
                    billTo == null ? shipTo : billTo,
                    withheld,
                    lines,
                    refunds,
                    shipMethod,
                    giftMessage,
                    note,
                    tags,
                    risk,
                    document);
        }
    }
}
