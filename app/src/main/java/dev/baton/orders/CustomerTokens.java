package dev.baton.orders;

import dev.baton.platform.MerchantId;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.SqlArrays;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table customer_token: digests by which orders are found by their customers. */
@Component
class CustomerTokens {

    /** A word is found by its first three to six letters, and whole. */
    static final int SHORTEST_BEGINNING = 3;

    static final int LONGEST_BEGINNING = 6;

    private static final int COUNTED = 1_000;
    private static final UUID LAST = new UUID(-1L, -1L);

    private final JdbcClient jdbc;
    private final MerchantKeys keys;

    CustomerTokens(JdbcClient jdbc, MerchantKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Everything a customer is found by. */
    Set<Long> of(MerchantId merchant, CustomerRecords.Content content) {
        CustomerWords words = CustomerWords.of(content);
        Set<Long> tokens = new HashSet<>();
        for (String word : words.names()) {
            tokens.add(word(merchant, word));
            int letters = Math.min(word.length(), LONGEST_BEGINNING);
            for (int length = SHORTEST_BEGINNING; length <= letters; length++) {
                tokens.add(beginning(merchant, word.substring(0, length)));
            }
        }
        words.mails().forEach(mail -> tokens.add(mail(merchant, mail)));
        words.phones().forEach(phone -> tokens.add(phone(merchant, phone)));
        return tokens;
    }

    /** A whole word of a name. */
    long word(MerchantId merchant, String word) {
        return token(merchant, "word", word);
    }

    /** The beginning of a word, of at most {@link #LONGEST_BEGINNING} letters. */
    long beginning(MerchantId merchant, String beginning) {
        return token(merchant, "beginning", beginning);
    }

    long mail(MerchantId merchant, String mail) {
        return token(merchant, "mail", mail);
    }

    long phone(MerchantId merchant, String phone) {
        return token(merchant, "phone", CustomerWords.end(phone));
    }

    private long token(MerchantId merchant, String kind, String text) {
        return ByteBuffer.wrap(keys.print(merchant, "found-by\u0000" + kind + "\u0000" + text))
                .getLong();
    }

    private record Pair(long token, UUID order) {}

    /** Makes orders found by their customers that have only just been made, and are found by nothing yet. */
    void addFirst(MerchantId merchant, Map<SalesOrderId, CustomerRecords.Content> customers) {
        List<Pair> pairs = pairs(merchant, customers);
        if (!pairs.isEmpty()) {
            jdbc.sql("""
                    insert into customer_token (merchant_id, token, sales_order_id)
                    select :merchant, t.token, t.id from unnest(:tokens::bigint[], :orders::uuid[]) as t (token, id)
                    """)
                    .param("merchant", merchant.value())
                    .param("tokens", tokens(pairs))
                    .param("orders", orders(pairs))
                    .update();
        }
    }

    /** Makes orders found by their customers, besides what they are found by already. */
    void add(MerchantId merchant, Map<SalesOrderId, CustomerRecords.Content> customers) {
        List<Pair> pairs = pairs(merchant, customers);
        if (!pairs.isEmpty()) {
            jdbc.sql("""
                    insert into customer_token (merchant_id, token, sales_order_id)
                    select :merchant, t.token, t.id from unnest(:tokens::bigint[], :orders::uuid[]) as t (token, id)
                    on conflict (merchant_id, token, sales_order_id) do nothing
                    """)
                    .param("merchant", merchant.value())
                    .param("tokens", tokens(pairs))
                    .param("orders", orders(pairs))
                    .update();
        }
    }

    /** In the order of the index, each once: what lies together is written together. */
    private List<Pair> pairs(MerchantId merchant, Map<SalesOrderId, CustomerRecords.Content> customers) {
        List<Pair> pairs = new ArrayList<>();
        customers.forEach((order, content) ->
                of(merchant, content).forEach(token -> pairs.add(new Pair(token, order.value()))));
        pairs.sort(Comparator.comparingLong(Pair::token));
        return pairs;
    }

    private static SqlTypeValue tokens(List<Pair> pairs) {
        return SqlArrays.longs(pairs.stream().map(Pair::token).toList());
    }

    private static SqlTypeValue orders(List<Pair> pairs) {
        return SqlArrays.uuids(pairs.stream().map(Pair::order).toList());
    }

    /** Takes away what an order was found by. */
    void remove(MerchantId merchant, SalesOrderId order, Collection<Long> tokens) {
        jdbc.sql("""
                delete from customer_token
                where merchant_id = :merchant and token = any(:tokens::bigint[]) and sales_order_id = :order
                """)
                .param("merchant", merchant.value())
                .param("tokens", SqlArrays.longs(tokens))
                .param("order", order.value())
                .update();
    }

    /** What few orders are found by narrows most; counted no further than it matters. */
    List<Long> rarestFirst(MerchantId merchant, Collection<Long> tokens) {
        return jdbc.sql("""
                select o.token from unnest(:tokens::bigint[]) as o (token)
                cross join lateral (
                  select count(*) as many from (
                    select 1 from customer_token t
                    where t.merchant_id = :merchant and t.token = o.token
                    limit :most) as c) as n
                order by n.many, o.token
                """)
                .param("merchant", merchant.value())
                .param("tokens", SqlArrays.longs(tokens))
                .param("most", COUNTED)
                .query((row, number) -> row.getLong("token"))
                .list();
    }

    /**
     * The newest orders that are found by the first and by all the others. Offset 0 keeps each of the others a look-up by
     * index: left alone, the planner reads all there is of them.
     */
    List<SalesOrderId> find(MerchantId merchant, long first, Collection<Long> others, int limit) {
        return jdbc.sql("""
                select t.sales_order_id from customer_token t
                where t.merchant_id = :merchant and t.token = :first and t.sales_order_id < :last
                  and not exists (
                    select 1 from unnest(:others::bigint[]) as o (token)
                    where not exists (
                      select 1 from customer_token x
                      where x.merchant_id = :merchant and x.token = o.token and x.sales_order_id = t.sales_order_id
                      offset 0)
                    offset 0)
                order by t.sales_order_id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("first", first)
                .param("last", LAST)
                .param("others", SqlArrays.longs(others))
                .param("limit", limit)
                .query((row, number) -> new SalesOrderId(row.getObject("sales_order_id", UUID.class)))
                .list();
    }
}
