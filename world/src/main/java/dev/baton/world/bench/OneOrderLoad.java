package dev.baton.world.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Limit A: one order of three lines for two suppliers per transaction, in six prepared statements. */
final class OneOrderLoad implements LimitLoad {

    private static final int LINES = 3;
    private static final int PURCHASE_ORDERS = 2;
    private static final Integer[] QUANTITIES = {1, 2, 1};

    private final Connection connection;
    private final BoundStatement salesOrder;
    private final BoundStatement salesOrderLines;
    private final BoundStatement claim;
    private final BoundStatement purchaseOrders;
    private final BoundStatement purchaseOrderLines;
    private final BoundStatement work;

    OneOrderLoad(Connection connection, FrozenSql sql) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        salesOrder = new BoundStatement(connection, sql.section("a-sales-order"));
        salesOrderLines = new BoundStatement(connection, sql.section("a-sales-order-lines"));
        claim = new BoundStatement(connection, sql.section("claim"));
        purchaseOrders = new BoundStatement(connection, sql.section("a-purchase-orders"));
        purchaseOrderLines = new BoundStatement(connection, sql.section("a-purchase-order-lines"));
        work = new BoundStatement(connection, sql.section("a-work"));
    }

    @Override
    public int commitOne() throws SQLException {
        var order = Demand.newId();
        int[] offers = threeDifferentOffers();
        writeOrder(order, offers);
        claim.set("merchant", Demand.MERCHANT)
                .setArray("offers", "uuid", offerIds(offers))
                .setArray("quantities", "int4", QUANTITIES)
                .execute(LINES);
        writePurchaseOrders(order, offers);
        connection.commit();
        return 1;
    }

    private void writeOrder(UUID order, int[] offers) throws SQLException {
        salesOrder
                .set("merchant", Demand.MERCHANT)
                .set("order", order)
                .set("store_order_ref", order.toString())
                .set("total", 12_345L)
                .set("ship_to", Demand.SHIP_TO)
                .set("at", Demand.AT)
                .execute(1);
        salesOrderLines.set("merchant", Demand.MERCHANT).set("order", order);
        for (int line = 1; line <= LINES; line++) {
            salesOrderLines
                    .set("sku_" + line, "SKU-" + offers[line - 1])
                    .set("quantity_" + line, QUANTITIES[line - 1])
                    .set("price_" + line, 1_999L);
        }
        salesOrderLines.execute(LINES);
    }

    private void writePurchaseOrders(UUID order, int[] offers) throws SQLException {
        purchaseOrders.set("merchant", Demand.MERCHANT).set("order", order).set("at", Demand.AT);
        purchaseOrderLines.set("merchant", Demand.MERCHANT).set("order", order);
        work.set("merchant", Demand.MERCHANT).set("at", Demand.AT);
        for (int number = 1; number <= PURCHASE_ORDERS; number++) {
            var purchaseOrder = Demand.newId();
            var supplier = Demand.supplierOf(offers[number]);
            purchaseOrders
                    .set("purchase_order_" + number, purchaseOrder)
                    .set("supplier_" + number, supplier)
                    .set("number_" + number, order + "-" + number);
            purchaseOrderLines.set("purchase_order_" + number, purchaseOrder);
            work.set("work_" + number, Demand.newId())
                    .set("purchase_order_" + number, purchaseOrder)
                    .set("queue_" + number, supplier.toString());
        }
        for (int line = 1; line <= LINES; line++) {
            purchaseOrderLines
                    .set("offer_" + line, Demand.offer(offers[line - 1]))
                    .set("quantity_" + line, QUANTITIES[line - 1])
                    .set("cost_" + line, 1_250_000L);
        }
        purchaseOrders.execute(PURCHASE_ORDERS);
        purchaseOrderLines.execute(LINES);
        work.execute(PURCHASE_ORDERS);
    }

    private static int[] threeDifferentOffers() {
        var random = ThreadLocalRandom.current();
        int first = random.nextInt(Demand.OFFERS);
        int half = Demand.OFFERS / 2;
        int second = (first + random.nextInt(1, half)) % Demand.OFFERS;
        int third = (first + half + random.nextInt(half)) % Demand.OFFERS;
        return new int[] {1 + first, 1 + second, 1 + third};
    }

    private static UUID[] offerIds(int[] offers) {
        var ids = new UUID[offers.length];
        for (int i = 0; i < offers.length; i++) {
            ids[i] = Demand.offer(offers[i]);
        }
        return ids;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
