package dev.baton.console;

import static org.awaitility.Awaitility.await;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Cost;
import dev.baton.catalog.CostProposals;
import dev.baton.catalog.DefineSkus;
import dev.baton.catalog.Offer;
import dev.baton.catalog.PriceRow;
import dev.baton.catalog.RecordPriceRows;
import dev.baton.catalog.SkuDefinition;
import dev.baton.inventory.ApplyFeed;
import dev.baton.inventory.FeedMode;
import dev.baton.inventory.FeedRow;
import dev.baton.inventory.NewFeedRun;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.ServeBackorders;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tasks.Task;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.Acknowledge;
import dev.baton.purchasing.Acknowledgement;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.PackageId;
import dev.baton.suppliers.WatchSupplier;
import dev.baton.trading.Transmission;
import dev.baton.trading.TransmissionLookup;
import dev.baton.trading.TransmissionStatus;
import dev.baton.trading.feeds.FeedFileId;
import dev.baton.trading.feeds.FeedLookup;
import dev.baton.trading.prices.PriceFileId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tasks of every kind on what they are really about: with their cause where a form ends it, else as they are opened. */
final class StagedTasks {

    static final String DONE = "it-is-done";

    private final ConsoleShop shop;
    private final SuppliersFiles files;
    private final StagedMails mails;

    StagedTasks(ConsoleShop shop) {
        this.shop = shop;
        this.files = new SuppliersFiles(shop);
        this.mails = new StagedMails(shop, this);
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
    }

    /**
     * A task that stands open.
     *
     * @param way the way out that is taken: a form on its page, or a link
     * @param further what follows the address a link leads to
     * @param form the form on the page a link leads to; empty = the way out is a form itself
     * @param typed what is typed into it
     * @param gone whether its cause is gone
     */
    record Staged(String way, String further, String form, Map<String, String> typed, Supplier<Boolean> gone) {

        static Staged form(String way, Supplier<Boolean> gone) {
            return new Staged(way, "", "", Map.of(), gone);
        }
    }

    List<Task> open() {
        return in(() -> shop.baton.bean(Tasks.class).open(shop.merchant, null, 100));
    }

    <T> T in(Supplier<T> read) {
        return shop.baton.bean(Tenancy.class).inTransaction(shop.merchant, read);
    }

    Staged of(String kind, String type) {
        return switch (kind) {
            case "purchasing.unanswered" -> unanswered(kind);
            case "purchasing.late" -> late(kind);
            case "purchasing.counter-offer",
                    "purchasing.cancellation-unanswered",
                    "purchasing.cancellation-refused",
                    "purchasing.amendment-held",
                    "purchasing.amendment-unanswered",
                    "purchasing.amendment-refused",
                    "purchasing.amendment-overtaken" -> new StagedQuestions(shop, this).of(kind, type);
            case "trading.stuck" -> stuck(kind);
            case "trading.watched" -> watched(kind);
            case "catalog.cost-jump" -> jump(kind);
            case "inventory.feed-quarantined" -> {
                files.offers();
                files.feed();
                FeedFileId good = files.stock(9);
                await().until(() -> files.state(good).equals("MERGED"));
                FeedFileId zeros = files.stock(0);
                awaitOpen(kind);
                yield Staged.form("it-is-right", () -> files.state(zeros).equals("MERGED"));
            }
            case "catalog.price-list-doubted" -> {
                files.offers();
                files.priceList();
                PriceFileId list = files.prices();
                awaitOpen(kind);
                yield Staged.form("it-is-wrong", () -> files.state(list).equals("REFUSED"));
            }
            case "orders.waiting", "orders.backorder-ready" -> waiting(kind);
            case "notifications.unknown" -> mails.unknown(kind, type);
            case "notifications.refused" -> mails.refused(kind);
            case "work.parked" -> mails.parked(kind);
            case "shipping.excess" -> {
                shop.shop.ship(sent(), "UPS", "1Z999AA10123456784", 2);
                awaitOpen(kind);
                yield Staged.form(DONE, () -> true);
            }
            default -> {
                open(kind, type, subject(type));
                yield Staged.form(DONE, () -> true);
            }
        };
    }

    void open(String kind, String type, UUID subject) {
        shop.baton
                .bean(Tenancy.class)
                .run(
                        shop.merchant,
                        () -> shop.baton
                                .bean(Tasks.class)
                                .open(
                                        shop.merchant,
                                        new NewTask(kind, type, subject, "Something needs a person", "Do it.")));
    }

    void awaitOpen(String kind) {
        await().until(() -> open().stream().anyMatch(task -> task.kind().equals(kind)));
    }

    /** Something real of that sort. */
    private UUID subject(String type) {
        return switch (type) {
            case "supplier" -> shop.acme.value();
            case "store" -> shop.shop.store().id().value();
            case "merchant" -> shop.merchant.value();
            case "purchase_order" -> purchase(sent()).id().value();
            case "sales_order" -> sent().value();
            case "package" -> parcel().value();
            case "shipment" -> {
                parcel();
                yield sql("select id from shipment where merchant_id = :merchant");
            }
            case "offer" ->
                in(() -> shop.baton
                        .bean(CatalogLookup.class)
                        .bySupplierSku(shop.merchant, shop.acme, List.of("S-LAMP"))
                        .getOrDefault("S-LAMP", List.of())
                        .getFirst()
                        .id()
                        .value());
            case "customer_message" -> mails.of(sent()).value();
            case "feed" -> {
                files.feed();
                yield shop.baton
                        .bean(FeedLookup.class)
                        .feed(shop.merchant, SuppliersFiles.FEED)
                        .id()
                        .value();
            }
            case "intake", "store_order", "store_fulfilment", "returned_mail", "invitation", "price_list" ->
                UUID.randomUUID();
            default -> throw new IllegalStateException("nothing is known of the subject " + type);
        };
    }

    private UUID sql(String query) {
        return in(() -> shop.baton
                .bean(JdbcClient.class)
                .sql(query)
                .param("merchant", shop.merchant.value())
                .query(UUID.class)
                .single());
    }

    private PackageId parcel() {
        return shop.shop.ship(sent(), "UPS", "1Z999AA10123456784", 1);
    }

    SalesOrderId sent() {
        SalesOrderId order = new HeldOrder(shop, "1001").comesIn();
        await().until(() -> purchase(order).sentAt() != null);
        return order;
    }

    PurchaseOrderView purchase(SalesOrderId order) {
        await().until(() -> !shop.shop.purchaseOrders(order).isEmpty());
        return shop.shop.purchaseOrders(order).getLast();
    }

    void accept(SalesOrderId order) {
        shop.baton
                .bean(Acknowledge.class)
                .acknowledge(
                        shop.merchant,
                        shop.acme,
                        purchase(order).number(),
                        new Acknowledgement(
                                "yes-" + UUID.randomUUID(),
                                List.of(new Acknowledgement.Statement(
                                        1, Acknowledgement.Action.ACCEPT, 1, null, null, null))));
    }

    private Staged unanswered(String kind) {
        SalesOrderId order = sent();
        open(kind, "purchase_order", purchase(order).id().value());
        return Staged.form("the-supplier-ships-it", () -> purchase(order).answeredAt() != null);
    }

    private Staged late(String kind) {
        SalesOrderId order = sent();
        accept(order);
        open(kind, "purchase_order", purchase(order).id().value());
        return Staged.form(
                "the-rest-is-not-coming",
                () -> PurchaseSheet.askable(shop.shop.purchaseOrders(order).getFirst()) == 0);
    }

    private Staged stuck(String kind) {
        shop.endpoint.answers(400, "no such account");
        SalesOrderId order = new HeldOrder(shop, "1001").comesIn();
        awaitOpen(kind);
        return Staged.form("send-it-again", () -> document(order).status() == TransmissionStatus.SENT);
    }

    private Transmission document(SalesOrderId order) {
        return in(() -> shop.baton
                .bean(TransmissionLookup.class)
                .ofPurchaseOrder(shop.merchant, purchase(order).id())
                .getFirst()
                .transmission());
    }

    private Staged watched(String kind) {
        shop.baton.bean(WatchSupplier.class).watch(shop.merchant, shop.acme);
        SalesOrderId order = new HeldOrder(shop, "1001").comesIn();
        await().until(() -> document(order).reason() != null);
        open(kind, "supplier", shop.acme.value());
        return new Staged(
                "decide-whether-it-goes-live",
                "",
                "[data-watched] form",
                Map.of("what", "all"),
                () -> purchase(order).sentAt() != null);
    }

    private Staged jump(String kind) {
        shop.baton
                .bean(RecordPriceRows.class)
                .record(
                        shop.merchant,
                        shop.acme,
                        List.of(new PriceRow(
                                "S-LAMP", Offer.MAIN, "Lamp", null, new Cost(70_000_000, "EUR"), null, null)),
                        shop.baton.clock().instant());
        awaitOpen(kind);
        return Staged.form(
                "the-cost-right",
                () -> in(() -> shop.baton
                        .bean(CostProposals.class)
                        .open(shop.merchant, shop.acme, null, 10)
                        .isEmpty()));
    }

    /** Two want the last one, or a person is to release what came. */
    private Staged waiting(String kind) {
        shop.baton
                .bean(DefineSkus.class)
                .define(shop.merchant, List.of(new SkuDefinition("LAMP", "Desk lamp", 500, true, List.of())));
        stock(0);
        SalesOrderId order = new HeldOrder(shop, "1001").comesIn();
        var sku = in(() -> shop.baton
                .bean(CatalogLookup.class)
                .skuByCode(shop.merchant, "LAMP")
                .orElseThrow()
                .id());
        shop.baton.bean(ServeBackorders.class).keepForAPerson(shop.merchant, sku);
        if (kind.equals("orders.waiting")) {
            open(kind, "sku", sku.value());
        }
        shop.baton.clock().advance(java.time.Duration.ofSeconds(1));
        stock(5);
        awaitOpen("orders.backorder-ready");
        return new Staged(
                kind.equals("orders.waiting") ? "look-at-the-line" : "rehearse-the-release",
                "&rehearse=yes",
                "[data-plan] form",
                Map.of(),
                () -> in(() ->
                        shop.baton.bean(OrderLookup.class).find(shop.merchant, order).orElseThrow().lines().stream()
                                .noneMatch(line -> line.units().containsKey(dev.baton.orders.Bucket.WAITING))));
    }

    private void stock(int units) {
        shop.baton
                .bean(ApplyFeed.class)
                .apply(
                        shop.merchant,
                        new NewFeedRun(
                                shop.acme,
                                FeedMode.DELTA,
                                shop.baton.clock().instant(),
                                null,
                                List.of(new FeedRow("S-LAMP", null, units))));
    }
}
