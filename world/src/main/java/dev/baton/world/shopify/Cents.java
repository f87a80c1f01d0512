package dev.baton.world.shopify;

import dev.baton.world.graphql.GraphNode;
import dev.baton.world.http.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.node.ObjectNode;

/** Amounts as Shopify writes them: decimal texts, always in the shop's and in the customer's currency. */
record Cents(String shopCurrency, String presentmentCurrency) {

    /** What one unit of the shop's currency is to a customer who sees another; invented and fixed. */
    private static final BigDecimal RATE = new BigDecimal("0.9137");

    static String decimal(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private String presented(long cents) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2);
        return shopCurrency.equals(presentmentCurrency)
                ? amount.toPlainString()
                : amount.multiply(RATE).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** The REST shape: {@code shop_money} and {@code presentment_money}. */
    ObjectNode set(long cents) {
        ObjectNode set = Json.object();
        set.putObject("shop_money").put("amount", decimal(cents)).put("currency_code", shopCurrency);
        set.putObject("presentment_money").put("amount", presented(cents)).put("currency_code", presentmentCurrency);
        return set;
    }

    /** The GraphQL shape: a MoneyBag. */
    GraphNode bag(long cents) {
        return new GraphNode("MoneyBag")
                .put("shopMoney", money(decimal(cents), shopCurrency))
                .put("presentmentMoney", money(presented(cents), presentmentCurrency));
    }

    private static GraphNode money(String amount, String currency) {
        return new GraphNode("MoneyV2").put("amount", amount).put("currencyCode", currency);
    }
}
