package dev.baton.console;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MerchantSettings;
import dev.baton.merchants.SetSettings;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.OrderMoney;
import dev.baton.orders.OrderVersion;
import dev.baton.orders.Payment;
import dev.baton.orders.PlaceOrders;
import dev.baton.orders.RiskLevel;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.StoreLine;
import dev.baton.orders.StoreOrder;
import dev.baton.orders.StoreRefund;
import dev.baton.platform.Tenancy;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.NewDocument;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An order of one lamp, in the making: what about it stops it is said by the test. */
final class HeldOrder {

    private final ConsoleShop shop;
    private final String id;
    private String sku = "LAMP";
    private Payment payment = Payment.PAID;
    private @Nullable PostalAddress to = TestShop.BERLIN;
    private boolean test;
    private boolean withheld;
    private @Nullable RiskLevel risk;
    private List<StoreRefund> refunds = List.of();

    HeldOrder(ConsoleShop shop, String id) {
        this.shop = shop;
        this.id = id;
    }

    HeldOrder of(String storeSku) {
        sku = storeSku;
        return this;
    }

    HeldOrder payment(Payment state) {
        payment = state;
        return this;
    }

    HeldOrder to(@Nullable PostalAddress address) {
        to = address;
        return this;
    }

    HeldOrder withheld() {
        to = null;
        withheld = true;
        return this;
    }

    HeldOrder test() {
        test = true;
        return this;
    }

    HeldOrder risky() {
        risk = RiskLevel.HIGH;
        return this;
    }

    HeldOrder refunded(long minor) {
        refunds = List.of(new StoreRefund("r1", now(), minor, List.of()));
        return this;
    }

    /** The store sends it, or its next version. */
    SalesOrderId comesIn() {
        shop.baton.clock().advance(Duration.ofSeconds(1));
        return shop.baton
                .bean(PlaceOrders.class)
                .place(shop.merchant, List.of(order()))
                .getFirst()
                .order();
    }

    private StoreOrder order() {
        return new StoreOrder(
                shop.shop.store().id(),
                id,
                "#" + id,
                now(),
                new OrderVersion(now(), null),
                payment,
                false,
                null,
                test,
                "EUR",
                "EUR",
                new OrderMoney(5_000, 0, 0, true, 0, 5_000),
                new CustomerFacts("Ada Muster", "ada-" + id + "@customer.example", null, "en"),
                to,
                to,
                withheld,
                List.of(new StoreLine(id + "-1", sku, "Desk lamp", 1, 1, 0, true, 5_000, 0, 0, Map.of())),
                refunds,
                "Standard",
                null,
                null,
                List.of(),
                risk,
                document());
    }

    private Instant now() {
        return shop.baton.clock().instant();
    }

    private DocumentId document() {
        return shop.baton
                .bean(Tenancy.class)
                .inTransaction(
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
    }

    /** Changes the merchant's settings. */
    static void set(ConsoleShop shop, UnaryOperator<MerchantSettings> change) {
        MerchantSettings now = shop.baton
                .bean(Tenancy.class)
                .inTransaction(
                        shop.merchant,
                        () -> shop.baton.bean(MerchantLookup.class).settings(shop.merchant));
        shop.baton.bean(SetSettings.class).set(shop.merchant, change.apply(now));
    }

    /** Settings with another of these. */
    static MerchantSettings settings(
            MerchantSettings now,
            long valueLimit,
            int reroutes,
            int graceSeconds,
            java.util.Set<String> blocked,
            @Nullable Integer marginFloor) {
        return new MerchantSettings(
                now.name(),
                now.bookCurrency(),
                now.zone(),
                valueLimit,
                now.maySplitLines(),
                now.splitPenaltyMinor(),
                reroutes,
                now.duplicateWindowHours(),
                now.customerAnswerHours(),
                graceSeconds,
                blocked,
                now.requireDataPermission(),
                now.holdUnpaid(),
                marginFloor);
    }
}
