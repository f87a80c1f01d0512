package dev.baton.trading;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Sku;
import dev.baton.inventory.InventoryLookup;
import dev.baton.orders.Bucket;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderView;
import dev.baton.orders.PlaceOrders;
import dev.baton.orders.Placement;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.Task;
import dev.baton.platform.work.Work;
import dev.baton.purchasing.Acknowledge;
import dev.baton.purchasing.Acknowledgement;
import dev.baton.purchasing.Acknowledgement.Action;
import dev.baton.purchasing.Acknowledgement.Statement;
import dev.baton.purchasing.AcknowledgementOutcome;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.DefineSupplier;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.MailChannel;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.ShipMethod;
import dev.baton.suppliers.ShippingRate;
import dev.baton.suppliers.SupplierDefinition;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.WorkingHours;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The road of an order with suppliers that have endpoints: place, send, answer, by the product's own acts. */
public final class TestRoad implements AutoCloseable {

    public final TestBaton baton;
    public final TestShop shop;
    public final MerchantId merchant;
    public final SupplierEndpoint endpoint = new SupplierEndpoint();

    public TestRoad() {
        this(TestBaton.shared());
    }

    public TestRoad(TestBaton baton) {
        this.baton = baton;
        this.shop = new TestShop(baton);
        this.merchant = shop.merchant;
    }

    /** A supplier like the others that reads mail. */
    public SupplierId mailed(String code, String address, String language) {
        return mailed(code, new MailChannel(address, null), language);
    }

    /** As above, with a second reader. */
    public SupplierId mailed(String code, MailChannel mail, String language) {
        return supplier(code, Netting.GROSS, null, mail, language, true);
    }

    /** A supplier in Berlin, Monday to Friday 9 to 17, four hours to answer, at the road's own endpoint. */
    public SupplierId supplier(String code, Netting netting) {
        return supplier(code, netting, endpoint.url(), true);
    }

    /** As above at another endpoint; null for none. */
    public SupplierId supplier(String code, Netting netting, @Nullable URI url, boolean live) {
        return supplier(code, netting, url, null, "en", live);
    }

    private SupplierId supplier(
            String code,
            Netting netting,
            @Nullable URI url,
            @Nullable MailChannel mail,
            String language,
            boolean live) {
        return baton.bean(DefineSupplier.class)
                .define(
                        merchant,
                        new SupplierDefinition(
                                code,
                                code + " GmbH",
                                "EUR",
                                ZoneId.of("Europe/Berlin"),
                                "DE",
                                new WorkingHours(
                                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                        LocalTime.of(9, 0),
                                        LocalTime.of(17, 0),
                                        Set.of(LocalDate.of(2026, 4, 6))),
                                4,
                                netting,
                                0,
                                0,
                                Absence.KEEP,
                                false,
                                86_400,
                                0,
                                30_000,
                                List.of(new ShippingRate("*", 30_000, 500)),
                                List.of(
                                        new ShipMethod("*", "STD", "dhl"),
                                        new ShipMethod("Express", "EXP", "dhl_express")),
                                new Instructions("Plain box", null, "No invoice inside"),
                                url == null ? null : new SupplierDefinition.Channel(url, SupplierEndpoint.SECRET),
                                mail,
                                language,
                                live));
    }

    /** A SKU offered by the suppliers, the first the cheapest, with ten units each. */
    public void goods(String sku, SupplierId... suppliers) {
        shop.sku(sku);
        int cost = 10;
        for (SupplierId supplier : suppliers) {
            shop.offer(sku, supplier, "S-" + sku, cost++ + ".00", 10);
        }
    }

    /** Places a paid order; lines are {@code sku×quantity}. */
    public SalesOrderId place(String storeOrderId, String... lines) {
        Placement placed = baton.bean(PlaceOrders.class)
                .place(merchant, List.of(shop.order(storeOrderId, lines).build()))
                .getFirst();
        return placed.order();
    }

    /** Does all work that is due: documents leave, answers are watched. */
    public void work() {
        baton.runDue();
    }

    public OrderView order(SalesOrderId id) {
        return baton.in(
                merchant, () -> baton.bean(OrderLookup.class).find(merchant, id).orElseThrow());
    }

    public List<PurchaseOrderView> purchaseOrders(SalesOrderId id) {
        return baton.in(merchant, () -> baton.bean(PurchaseOrderLookup.class).ofSalesOrder(merchant, id));
    }

    /** The order's only purchase order. */
    public PurchaseOrderView purchaseOrder(SalesOrderId id) {
        List<PurchaseOrderView> all = purchaseOrders(id);
        if (all.size() != 1) {
            throw new AssertionError("one purchase order expected, there are " + all.size());
        }
        return all.getFirst();
    }

    public PurchaseOrderView purchaseOrder(String number) {
        return baton.in(
                merchant,
                () -> baton.bean(PurchaseOrderLookup.class)
                        .byNumber(merchant, number)
                        .orElseThrow());
    }

    /** What was sent about a purchase order, oldest first. */
    public List<TransmissionView> transmissions(PurchaseOrderView of) {
        return baton.in(merchant, () -> baton.bean(TransmissionLookup.class).ofPurchaseOrder(merchant, of.id()));
    }

    /** The purchase order's own document on its way. */
    public TransmissionView transmission(PurchaseOrderView of) {
        return transmissions(of).getFirst();
    }

    public AcknowledgementOutcome acknowledge(PurchaseOrderView of, String reference, Statement... statements) {
        return baton.bean(Acknowledge.class)
                .acknowledge(merchant, of.supplier(), of.number(), new Acknowledgement(reference, List.of(statements)));
    }

    public static Statement accept(int line, int quantity) {
        return new Statement(line, Action.ACCEPT, quantity, null, null, null);
    }

    public List<Task> tasks() {
        return baton.in(merchant, () -> baton.bean(Tasks.class).open(merchant, null, 100));
    }

    /** Kinds of the open tasks. */
    public List<String> taskKinds() {
        return tasks().stream().map(Task::kind).toList();
    }

    /** Units of the SKU that can be sold now. */
    public long available(String sku) {
        return baton.in(merchant, () -> {
            Sku found = baton.bean(CatalogLookup.class).skuByCode(merchant, sku).orElseThrow();
            return baton.bean(InventoryLookup.class)
                    .explain(merchant, found.id())
                    .available();
        });
    }

    /** Units of the order in a bucket. */
    public int units(SalesOrderId order, Bucket bucket) {
        return order(order).lines().stream()
                .mapToInt(line -> line.units().getOrDefault(bucket, 0))
                .sum();
    }

    /** Work of the merchant that is neither parked nor a schedule. */
    public long openWork() {
        return baton.in(merchant, () -> baton.bean(Work.class).countOpen(merchant));
    }

    /** Moves the clock on and does what is due then. */
    public void later(Duration by) {
        baton.clock().advance(by);
        work();
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
