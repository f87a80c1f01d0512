package dev.baton.console;

import static org.awaitility.Awaitility.await;

import dev.baton.orders.HoldKind;
import dev.baton.orders.Payment;
import dev.baton.orders.RejectReason;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.StopOrders;
import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.Acknowledge;
import dev.baton.purchasing.Acknowledgement;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.AwayPolicy;
import dev.baton.suppliers.DeclareClosure;
import dev.baton.suppliers.SetAwayPolicy;
import dev.baton.suppliers.SupplierId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Orders held for each reason there is, by what really holds them. */
final class HeldOrders {

    private static final PostalAddress VIENNA =
            new PostalAddress("Ada Muster", null, "Probegasse 1", null, "Wien", null, null, "1010", "AT", null);

    private final ConsoleShop shop;

    HeldOrders(ConsoleShop shop) {
        this.shop = shop;
    }

    SalesOrderId of(HoldKind kind) {
        return switch (kind) {
            case UNKNOWN_SKU -> order().of("STRANGE").comesIn();
            case NO_SUPPLIER -> {
                shop.baton
                        .bean(dev.baton.catalog.DefineSkus.class)
                        .define(
                                shop.merchant,
                                List.of(new dev.baton.catalog.SkuDefinition(
                                        "ORPHAN", "Orphaned lamp", 500, true, List.of())));
                yield order().of("ORPHAN").comesIn();
            }
            case SUPPLIER_AWAY -> away();
            case REROUTE_LIMIT -> rejected();
            case MARGIN_FLOOR -> {
                HeldOrder.set(shop, now -> HeldOrder.settings(now, 0, 3, 0, Set.of(), 9_000));
                yield order().comesIn();
            }
            case UNPAID -> order().payment(Payment.PENDING).comesIn();
            case BAD_ADDRESS -> order().to(null).comesIn();
            case PERSONAL_DATA_WITHHELD -> order().withheld().comesIn();
            case VALUE_LIMIT -> {
                HeldOrder.set(shop, now -> HeldOrder.settings(now, 4_000, 3, 0, Set.of(), null));
                yield order().comesIn();
            }
            case POSSIBLE_DUPLICATE -> {
                new HeldOrder(shop, "1000").comesIn();
                yield order().comesIn();
            }
            case REFUNDED_SHIP_ANYWAY -> order().refunded(500).comesIn();
            case COUNTRY_CHANGED -> {
                HeldOrder.set(shop, now -> HeldOrder.settings(now, 0, 3, 3_600, Set.of(), null));
                order().comesIn();
                yield order().to(VIENNA).comesIn();
            }
            case BLOCKED_COUNTRY -> {
                HeldOrder.set(shop, now -> HeldOrder.settings(now, 0, 3, 0, Set.of("DE"), null));
                yield order().comesIn();
            }
            case FRAUD_RISK -> order().risky().comesIn();
            case TEST_ORDER -> order().test().comesIn();
            case STOPPED_BY_HAND -> {
                HeldOrder.set(shop, now -> HeldOrder.settings(now, 0, 3, 3_600, Set.of(), null));
                SalesOrderId order = order().comesIn();
                shop.baton.bean(StopOrders.class).stop(shop.merchant, order, "the customer called");
                yield order;
            }
        };
    }

    HeldOrder order() {
        return new HeldOrder(shop, "1001");
    }

    /** Its only supplier gets nothing until it is back. */
    private SalesOrderId away() {
        LocalDate today = LocalDate.ofInstant(shop.baton.clock().instant(), ZoneOffset.UTC);
        shop.baton
                .bean(DeclareClosure.class)
                .declare(
                        shop.merchant,
                        shop.acme,
                        new DeclareClosure.Absence(today.minusDays(1), today.plusDays(9), null));
        shop.baton.bean(SetAwayPolicy.class).set(shop.merchant, shop.acme, new AwayPolicy(AwayPolicy.Kind.STOP, 0));
        return order().comesIn();
    }

    /** No other supplier may be looked for by itself, and the first one says no. */
    private SalesOrderId rejected() {
        SupplierId dearer = shop.supplier("DEARER");
        shop.shop.goods("LAMP", "Desk lamp", dearer);
        HeldOrder.set(shop, now -> HeldOrder.settings(now, 0, 0, 0, Set.of(), null));
        SalesOrderId order = order().comesIn();
        await().until(() -> shop.shop.purchaseOrders(order).stream().anyMatch(each -> each.sentAt() != null));
        PurchaseOrderView purchase = shop.shop.purchaseOrders(order).getFirst();
        shop.baton
                .bean(Acknowledge.class)
                .acknowledge(
                        shop.merchant,
                        purchase.supplier(),
                        purchase.number(),
                        new Acknowledgement(
                                "no-" + UUID.randomUUID(),
                                List.of(new Acknowledgement.Statement(
                                        1, Acknowledgement.Action.REJECT, 1, RejectReason.OTHER, null, null))));
        return order;
    }
}
