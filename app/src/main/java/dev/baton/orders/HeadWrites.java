package dev.baton.orders;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Writes rows of {@code sales_order}. */
@Component
class HeadWrites {

    private final JdbcClient jdbc;

    HeadWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(MerchantId merchant, List<OrderState> states) {
        if (states.isEmpty()) {
            return;
        }
        int inserted = bind(merchant, heads(states), jdbc.sql("""
                insert into sales_order (merchant_id, sales_order_id, number, store_id, store_order_id,
                    store_order_name, placed_at, received_at, payment, cancelled_at, cancel_reason, currency,
                    presentment_currency, subtotal_minor, discount_minor, tax_minor, tax_included, shipping_minor,
                    total_minor, refunded_minor, subject_id, record_id, ship_country, ship_method, ship_print,
                    person_print, address_print, goods_print, risk, next_po)
                select :merchant, o.id, o.number, o.store, o.store_order, o.name, o.placed, o.received, o.payment,
                    o.cancelled, o.reason, o.currency, o.presentment, o.subtotal, o.discount, o.tax, o.tax_included,
                    o.shipping, o.total, o.refunded, o.subject, o.record, o.country, o.method, o.ship_print,
                    o.person_print, o.address_print, o.goods_print, o.risk, o.next_po
                from unnest(:ids::uuid[], :numbers::text[], :stores::uuid[], :storeOrders::text[], :names::text[],
                    :placed::timestamptz[], :received::timestamptz[], :payments::text[], :cancelled::timestamptz[],
                    :reasons::text[], :currencies::text[], :presentments::text[], :subtotals::int8[],
                    :discounts::int8[], :taxes::int8[], :taxIncluded::bool[], :shippings::int8[], :totals::int8[],
                    :refunded::int8[], :subjects::uuid[], :records::uuid[], :countries::text[], :methods::text[],
                    :shipPrints::bytea[], :personPrints::bytea[], :addressPrints::bytea[], :goodsPrints::bytea[],
                    :risks::text[], :nextPos::int4[])
                  as o (id, number, store, store_order, name, placed, received, payment, cancelled, reason, currency,
                    presentment, subtotal, discount, tax, tax_included, shipping, total, refunded, subject, record,
                    country, method, ship_print, person_print, address_print, goods_print, risk, next_po)
                """)).update();
        OrderWrites.mustMatch(inserted, states.size(), "sales_order");
    }

    void update(MerchantId merchant, List<OrderState> states) {
        if (states.isEmpty()) {
            return;
        }
        int updated = bind(merchant, heads(states), jdbc.sql("""
                update sales_order s set store_order_name = o.name, placed_at = o.placed, payment = o.payment,
                    cancelled_at = o.cancelled, cancel_reason = o.reason, currency = o.currency,
                    presentment_currency = o.presentment, subtotal_minor = o.subtotal, discount_minor = o.discount,
                    tax_minor = o.tax, tax_included = o.tax_included, shipping_minor = o.shipping,
                    total_minor = o.total, refunded_minor = o.refunded, record_id = o.record,
                    ship_country = o.country, ship_method = o.method, ship_print = o.ship_print,
                    person_print = o.person_print, address_print = o.address_print, goods_print = o.goods_print,
                    risk = o.risk, next_po = o.next_po
                from unnest(:ids::uuid[], :numbers::text[], :stores::uuid[], :storeOrders::text[], :names::text[],
                    :placed::timestamptz[], :received::timestamptz[], :payments::text[], :cancelled::timestamptz[],
                    :reasons::text[], :currencies::text[], :presentments::text[], :subtotals::int8[],
                    :discounts::int8[], :taxes::int8[], :taxIncluded::bool[], :shippings::int8[], :totals::int8[],
                    :refunded::int8[], :subjects::uuid[], :records::uuid[], :countries::text[], :methods::text[],
                    :shipPrints::bytea[], :personPrints::bytea[], :addressPrints::bytea[], :goodsPrints::bytea[],
                    :risks::text[], :nextPos::int4[])
                  as o (id, number, store, store_order, name, placed, received, payment, cancelled, reason, currency,
                    presentment, subtotal, discount, tax, tax_included, shipping, total, refunded, subject, record,
                    country, method, ship_print, person_print, address_print, goods_print, risk, next_po)
                where s.merchant_id = :merchant and s.sales_order_id = o.id and s.next_po <= o.next_po
                """)).update();
        OrderWrites.mustMatch(updated, states.size(), "sales_order");
    }

    private static List<OrderHead> heads(List<OrderState> states) {
        return states.stream().map(state -> state.head).toList();
    }

    private static StatementSpec bind(MerchantId merchant, List<OrderHead> heads, StatementSpec statement) {
        return statement
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(Columns.of(heads, h -> h.id().value())))
                .param("numbers", SqlArrays.texts(Columns.of(heads, OrderHead::number)))
                .param(
                        "stores",
                        SqlArrays.uuids(Columns.of(heads, h -> h.store().value())))
                .param("storeOrders", SqlArrays.texts(Columns.of(heads, OrderHead::storeOrderId)))
                .param("names", SqlArrays.texts(Columns.of(heads, OrderHead::storeOrderName)))
                .param("placed", SqlArrays.instants(Columns.nullable(heads, OrderHead::placedAt)))
                .param("received", SqlArrays.instants(Columns.of(heads, OrderHead::receivedAt)))
                .param(
                        "payments",
                        SqlArrays.texts(Columns.of(heads, h -> h.payment().name())))
                .param("cancelled", SqlArrays.instants(Columns.nullable(heads, OrderHead::cancelledAt)))
                .param("reasons", SqlArrays.texts(Columns.nullable(heads, OrderHead::cancelReason)))
                .param("currencies", SqlArrays.texts(Columns.of(heads, OrderHead::currency)))
                .param("presentments", SqlArrays.texts(Columns.of(heads, OrderHead::presentmentCurrency)))
                .param(
                        "subtotals",
                        SqlArrays.longs(Columns.of(heads, h -> h.money().subtotalMinor())))
                .param(
                        "discounts",
                        SqlArrays.longs(Columns.of(heads, h -> h.money().discountMinor())))
                .param("taxes", SqlArrays.longs(Columns.of(heads, h -> h.money().taxMinor())))
                .param("taxIncluded", SqlArrays.bools(taxIncluded(heads)))
                .param(
                        "shippings",
                        SqlArrays.longs(Columns.of(heads, h -> h.money().shippingMinor())))
                .param(
                        "totals",
                        SqlArrays.longs(Columns.of(heads, h -> h.money().totalMinor())))
                .param("refunded", SqlArrays.longs(Columns.of(heads, OrderHead::refundedMinor)))
                .param(
                        "subjects",
                        SqlArrays.uuids(Columns.of(heads, h -> h.subject().value())))
                .param("records", SqlArrays.uuids(Columns.of(heads, OrderHead::customerRecord)))
                .param("countries", SqlArrays.texts(Columns.of(heads, OrderHead::shipCountry)))
                .param("methods", SqlArrays.texts(Columns.nullable(heads, OrderHead::shipMethod)))
                .param(
                        "shipPrints",
                        SqlArrays.blobs(Columns.of(heads, h -> h.prints().ship())))
                .param(
                        "personPrints",
                        SqlArrays.blobs(Columns.nullable(heads, h -> h.prints().person())))
                .param(
                        "addressPrints",
                        SqlArrays.blobs(Columns.nullable(heads, h -> h.prints().address())))
                .param(
                        "goodsPrints",
                        SqlArrays.blobs(Columns.of(heads, h -> h.prints().goods())))
                .param(
                        "risks",
                        SqlArrays.texts(Columns.nullable(
                                heads, h -> h.risk() == null ? null : h.risk().name())))
                .param("nextPos", SqlArrays.ints(Columns.of(heads, OrderHead::nextPo)));
    }

    private static boolean[] taxIncluded(List<OrderHead> heads) {
        boolean[] taxIncluded = new boolean[heads.size()];
        for (int i = 0; i < taxIncluded.length; i++) {
            taxIncluded[i] = heads.get(i).money().taxIncluded();
        }
        return taxIncluded;
    }
}
