package dev.baton.world.bench;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * 200 new orders as flat arrays, one entry per row to write. Of an order's three lines the first two go to its first
 * supplier, the third to its second.
 */
final class OrderBatch {

    static final int ORDERS = 200;
    static final int LINES = ORDERS * 3;
    static final int PURCHASE_ORDERS = ORDERS * 2;

    /** From one line's offer to the next: 600 such steps stay below 20,000, so no offer comes twice. */
    private static final int OFFER_STEP = 33;

    final UUID[] orders = filled(new UUID[ORDERS], n -> Demand.newId());
    final String[] storeOrderRefs = filled(new String[ORDERS], n -> orders[n].toString());
    final Long[] totals = filled(new Long[ORDERS], n -> 12_345L);
    final String[] shipTos = filled(new String[ORDERS], n -> Demand.SHIP_TO);

    final UUID[] purchaseOrders = filled(new UUID[PURCHASE_ORDERS], n -> Demand.newId());
    final UUID[] purchaseOrderOrders = filled(new UUID[PURCHASE_ORDERS], n -> orders[n / 2]);
    final String[] numbers = filled(new String[PURCHASE_ORDERS], n -> orders[n / 2] + "-" + (1 + n % 2));
    final UUID[] suppliers;
    final UUID[] works = filled(new UUID[PURCHASE_ORDERS], n -> Demand.newId());
    final String[] queues;

    final UUID[] lineOrders = filled(new UUID[LINES], n -> orders[n / 3]);
    final Short[] lineNos = filled(new Short[LINES], n -> (short) (1 + n % 3));
    final Integer[] lineQuantities = filled(new Integer[LINES], n -> 1 + n % 2);
    final Long[] prices = filled(new Long[LINES], n -> 1_999L);
    final UUID[] lineOffers;
    final String[] skus;
    final UUID[] linePurchaseOrders = filled(new UUID[LINES], n -> purchaseOrders[n / 3 * 2 + n % 3 / 2]);
    final Short[] purchaseOrderLineNos = filled(new Short[LINES], n -> (short) (n % 3 == 1 ? 2 : 1));
    final Long[] costs = filled(new Long[LINES], n -> 1_250_000L);

    /** @param firstOffer where the walk over the offers starts, from 0 */
    OrderBatch(int firstOffer) {
        IntFunction<Integer> offerOfLine = n -> 1 + (firstOffer + n * OFFER_STEP) % Demand.OFFERS;
        lineOffers = filled(new UUID[LINES], n -> Demand.offer(offerOfLine.apply(n)));
        skus = filled(new String[LINES], n -> "SKU-" + offerOfLine.apply(n));
        suppliers = filled(new UUID[PURCHASE_ORDERS], n -> Demand.supplierOf(offerOfLine.apply(n / 2 * 3 + n % 2 * 2)));
        queues = filled(new String[PURCHASE_ORDERS], n -> suppliers[n].toString());
    }

    private static <T> T[] filled(T[] array, IntFunction<T> entry) {
        Arrays.setAll(array, entry);
        return array;
    }
}
