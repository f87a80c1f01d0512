package dev.baton.testing;

import dev.baton.catalog.DefineOffers;
import dev.baton.catalog.DefineSkus;
import dev.baton.catalog.OfferDefinition;
import dev.baton.catalog.SkuDefinition;
import dev.baton.inventory.ApplyFeed;
import dev.baton.inventory.FeedMode;
import dev.baton.inventory.FeedRow;
import dev.baton.inventory.NewFeedRun;
import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandDefinition;
import dev.baton.merchants.DefineBrand;
import dev.baton.merchants.DefineStore;
import dev.baton.merchants.MailSender;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreDefinition;
import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderMoney;
import dev.baton.orders.OrderVersion;
import dev.baton.orders.OrderView;
import dev.baton.orders.Payment;
import dev.baton.orders.PlaceOrders;
import dev.baton.orders.SalesOrderId;
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
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.RecordShipments;
import dev.baton.suppliers.SupplierId;
import dev.baton.tracking.NewScan;
import dev.baton.tracking.RecordScans;
import dev.baton.tracking.ScanCode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A store that lets Baton mail its customers, and what happens to its orders; built by the product's own acts. */
public final class CustomersShop {

    /** What a line begins with of which nothing is shipped. */
    public static final String DOWNLOAD = "download:";

    private final Beans beans;
    private final MerchantId merchant;
    private final Store store;
    private final Map<String, StoreOrder> placed = new HashMap<>();
    private int reference;

    /** Where the acts are found. */
    public interface Beans {
        <T> T bean(Class<T> type);
    }

    /** A live store of a brand of its own, both of that code. */
    public CustomersShop(
            Beans beans, MerchantId merchant, String code, String accent, MailSender sender, boolean live) {
        this.beans = beans;
        this.merchant = merchant;
        beans.bean(DefineBrand.class)
                .define(
                        merchant,
                        new BrandDefinition(
                                code,
                                "Shop " + code,
                                "Team of " + code,
                                "post@" + code + ".example",
                                "people@" + code + ".example",
                                "https://help." + code + ".example/",
                                "help@" + code + ".example",
                                accent,
                                "#ffffff",
                                "en",
                                null,
                                code + " GmbH, Probestraße 1, Berlin"));
        this.store = beans.bean(DefineStore.class)
                .define(
                        merchant,
                        new StoreDefinition(
                                code, "api", "Store " + code, "EUR", ZoneId.of("Europe/Berlin"), code, sender, live));
    }

    public Store store() {
        return store;
    }

    public Brand logo(byte[] picture) {
        return beans.bean(DefineBrand.class).logo(merchant, store.code(), picture);
    }

    /** Goods of that title, offered by the supplier, a thousand in stock. */
    public void goods(String sku, String title, SupplierId supplier) {
        beans.bean(DefineSkus.class).define(merchant, List.of(new SkuDefinition(sku, title, 500, true, List.of())));
        beans.bean(DefineOffers.class)
                .define(
                        merchant,
                        List.of(new OfferDefinition(
                                sku, supplier, "S-" + sku, "MAIN", Micros.parse("7.77"), "EUR", 1, Set.of(), 1)));
        beans.bean(ApplyFeed.class)
                .apply(
                        merchant,
                        new NewFeedRun(
                                supplier, FeedMode.DELTA, now(), null, List.of(new FeedRow("S-" + sku, null, 1_000))));
    }

    /** A bundle that is sold as one; parts are {@code sku×quantity}. */
    public void set(String sku, String title, String... parts) {
        List<SkuDefinition.Part> of = new ArrayList<>();
        for (String part : parts) {
            String[] skuAndQuantity = part.split("×", -1);
            of.add(new SkuDefinition.Part(skuAndQuantity[0], Integer.parseInt(skuAndQuantity[1])));
        }
        beans.bean(DefineSkus.class).define(merchant, List.of(new SkuDefinition(sku, title, 0, true, of)));
    }

    /** A paid order; lines are {@code sku×quantity}, titled as their SKU, after {@link #DOWNLOAD} what nobody ships. */
    public SalesOrderId place(String id, CustomerFacts customer, @Nullable PostalAddress to, String... lines) {
        List<StoreLine> wanted = new ArrayList<>();
        for (String line : lines) {
            int times = line.lastIndexOf('×');
            boolean ships = !line.startsWith(DOWNLOAD);
            String[] skuAndTitle =
                    line.substring(ships ? 0 : DOWNLOAD.length(), times).split("\\|", 2);
            int quantity = Integer.parseInt(line.substring(times + 1));
            wanted.add(new StoreLine(
                    id + "-" + (wanted.size() + 1),
                    skuAndTitle[0],
                    skuAndTitle.length > 1 ? skuAndTitle[1] : "Title of " + skuAndTitle[0],
                    quantity,
                    quantity,
                    0,
                    ships,
                    1_000,
                    0,
                    0,
                    Map.of()));
        }
        StoreOrder order = new StoreOrder(
                store.id(),
                id,
                "#" + id,
                now(),
                new OrderVersion(now(), null),
                Payment.PAID,
                false,
                null,
                false,
                "EUR",
                "EUR",
                new OrderMoney(5_000, 0, 0, true, 0, 5_000),
                customer,
                to,
                to,
                false,
                wanted,
                List.of(),
                "Standard",
                null,
                null,
                List.of(),
                null,
                document());
        return place(order);
    }

    private SalesOrderId place(StoreOrder order) {
        placed.put(order.storeOrderId(), order);
        return beans.bean(PlaceOrders.class)
                .place(merchant, List.of(order))
                .getFirst()
                .order();
    }

    /** The store gives money back and tells of it. */
    public void refund(String id, String refundId, long amountMinor) {
        StoreOrder was = java.util.Objects.requireNonNull(placed.get(id));
        List<StoreRefund> refunds = new ArrayList<>(was.refunds());
        refunds.add(new StoreRefund(refundId, now(), amountMinor, List.of()));
        tell(was, Payment.PARTIALLY_REFUNDED, false, was.shipTo(), refunds);
    }

    /** The store cancels the order itself and tells of it. */
    public void cancelledInTheStore(String id) {
        StoreOrder was = java.util.Objects.requireNonNull(placed.get(id));
        tell(was, was.payment(), true, was.shipTo(), was.refunds());
    }

    /** The order is to go elsewhere, says the store. */
    public void moved(String id, PostalAddress to) {
        StoreOrder was = java.util.Objects.requireNonNull(placed.get(id));
        tell(was, was.payment(), false, to, was.refunds());
    }

    private void tell(
            StoreOrder was,
            Payment payment,
            boolean cancelled,
            @Nullable PostalAddress shipTo,
            List<StoreRefund> refunds) {
        place(new StoreOrder(
                was.store(),
                was.storeOrderId(),
                was.name(),
                was.placedAt(),
                new OrderVersion(now(), null),
                payment,
                cancelled,
                null,
                false,
                "EUR",
                "EUR",
                was.money(),
                was.customer(),
                shipTo,
                was.billTo(),
                false,
                was.lines(),
                refunds,
                was.shipMethod(),
                null,
                null,
                List.of(),
                null,
                document()));
    }

    private DocumentId document() {
        return beans.bean(Tenancy.class)
                .inTransaction(
                        merchant,
                        () -> beans.bean(Documents.class)
                                .store(
                                        merchant,
                                        new NewDocument(
                                                "application/json",
                                                "{}",
                                                new byte[] {1},
                                                RetentionClass.STORE_INTAKE,
                                                null,
                                                null)));
    }

    /** The supplier ships so many units of the first lines of the order's only purchase order in one parcel. */
    public PackageId ship(SalesOrderId order, String carrier, String number, int... units) {
        List<PackageLine> lines = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            if (units[i] > 0) {
                lines.add(new PackageLine(i + 1, units[i]));
            }
        }
        return ship(order, new NewPackage(carrier, number, null, lines));
    }

    /** The supplier ships that parcel of the order's first purchase order. */
    public PackageId ship(SalesOrderId order, NewPackage parcel) {
        PurchaseOrderView of = purchaseOrders(order).getFirst();
        return beans.bean(RecordShipments.class)
                .record(
                        merchant,
                        of.supplier(),
                        List.of(new NewShipment(of.number(), "R" + ++reference, now(), List.of(parcel))))
                .getFirst()
                .shipment()
                .packages()
                .getFirst()
                .id();
    }

    public List<PurchaseOrderView> purchaseOrders(SalesOrderId order) {
        return beans.bean(Tenancy.class)
                .inTransaction(
                        merchant, () -> beans.bean(PurchaseOrderLookup.class).ofSalesOrder(merchant, order));
    }

    /** A scan of UPS so many minutes after now. */
    public void scan(String number, ScanCode code, int minutes, @Nullable String text, @Nullable String place) {
        beans.bean(RecordScans.class)
                .record(
                        merchant,
                        List.of(new NewScan("UPS", number, code, now().plusSeconds(60L * minutes), text, place)));
    }

    /** Cancels so many units of a line, counted from 0; the whole order for a negative line. */
    public void cancel(SalesOrderId order, int line, int units) {
        beans.bean(CancelOrders.class)
                .cancel(
                        merchant,
                        order,
                        new CancelRequest(
                                "no longer wanted",
                                line < 0
                                        ? Map.of()
                                        : Map.of(order(order).lines().get(line).id(), units)));
    }

    public OrderView order(SalesOrderId order) {
        return beans.bean(Tenancy.class)
                .inTransaction(
                        merchant,
                        () -> beans.bean(OrderLookup.class)
                                .find(merchant, order)
                                .orElseThrow());
    }

    private Instant now() {
        return beans.bean(Clock.class).instant();
    }
}
