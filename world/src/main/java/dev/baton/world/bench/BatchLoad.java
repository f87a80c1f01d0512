package dev.baton.world.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/** Limit B: 200 orders per transaction, every statement over flat arrays. */
final class BatchLoad implements LimitLoad {

    private final Connection connection;
    private final BoundStatement salesOrders;
    private final BoundStatement salesOrderLines;
    private final BoundStatement purchaseOrders;
    private final BoundStatement purchaseOrderLines;
    private final BoundStatement work;
    private final BoundStatement claim;

    BatchLoad(Connection connection, FrozenSql sql) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        salesOrders = new BoundStatement(connection, sql.section("b-sales-orders"));
        salesOrderLines = new BoundStatement(connection, sql.section("b-sales-order-lines"));
        purchaseOrders = new BoundStatement(connection, sql.section("b-purchase-orders"));
        purchaseOrderLines = new BoundStatement(connection, sql.section("b-purchase-order-lines"));
        work = new BoundStatement(connection, sql.section("b-work"));
        claim = new BoundStatement(connection, sql.section("claim"));
    }

    @Override
    public int commitOne() throws SQLException {
        var batch = new OrderBatch(ThreadLocalRandom.current().nextInt(Demand.OFFERS));
        writeOrders(batch);
        writePurchaseOrders(batch);
        claim.set("merchant", Demand.MERCHANT)
                .setArray("offers", "uuid", batch.lineOffers)
                .setArray("quantities", "int4", batch.lineQuantities)
                .execute(OrderBatch.LINES);
        connection.commit();
        return OrderBatch.ORDERS;
    }

    private void writeOrders(OrderBatch batch) throws SQLException {
        salesOrders
                .set("merchant", Demand.MERCHANT)
                .set("at", Demand.AT)
                .setArray("orders", "uuid", batch.orders)
                .setArray("store_order_refs", "text", batch.storeOrderRefs)
                .setArray("totals", "int8", batch.totals)
                .setArray("ship_tos", "text", batch.shipTos)
                .execute(OrderBatch.ORDERS);
        salesOrderLines
                .set("merchant", Demand.MERCHANT)
                .setArray("line_orders", "uuid", batch.lineOrders)
                .setArray("line_nos", "int2", batch.lineNos)
                .setArray("skus", "text", batch.skus)
                .setArray("line_quantities", "int4", batch.lineQuantities)
                .setArray("prices", "int8", batch.prices)
                .execute(OrderBatch.LINES);
    }

    private void writePurchaseOrders(OrderBatch batch) throws SQLException {
        purchaseOrders
                .set("merchant", Demand.MERCHANT)
                .set("at", Demand.AT)
                .setArray("purchase_orders", "uuid", batch.purchaseOrders)
                .setArray("purchase_order_orders", "uuid", batch.purchaseOrderOrders)
                .setArray("suppliers", "uuid", batch.suppliers)
                .setArray("numbers", "text", batch.numbers)
                .execute(OrderBatch.PURCHASE_ORDERS);
        purchaseOrderLines
                .set("merchant", Demand.MERCHANT)
                .setArray("line_purchase_orders", "uuid", batch.linePurchaseOrders)
                .setArray("purchase_order_line_nos", "int2", batch.purchaseOrderLineNos)
                .setArray("line_orders", "uuid", batch.lineOrders)
                .setArray("line_nos", "int2", batch.lineNos)
                .setArray("line_offers", "uuid", batch.lineOffers)
                .setArray("line_quantities", "int4", batch.lineQuantities)
                .setArray("costs", "int8", batch.costs)
                .execute(OrderBatch.LINES);
        work.set("merchant", Demand.MERCHANT)
                .set("at", Demand.AT)
                .setArray("works", "uuid", batch.works)
                .setArray("queues", "text", batch.queues)
                .setArray("purchase_orders", "uuid", batch.purchaseOrders)
                .execute(OrderBatch.PURCHASE_ORDERS);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
