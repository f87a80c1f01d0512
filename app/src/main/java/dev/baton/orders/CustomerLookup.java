package dev.baton.orders;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.SubjectId;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders by their customers. Every method needs an open transaction of the merchant. */
@Component
public final class CustomerLookup {

    private static final int MOST_OF_ONE_NAME = 5;
    private static final byte[] NOBODY = new byte[32];

    private final JdbcClient jdbc;
    private final Printing printing;

    CustomerLookup(JdbcClient jdbc, Printing printing) {
        this.jdbc = jdbc;
        this.printing = printing;
    }

    /** Who sold and who bought. */
    public Map<SalesOrderId, OrderParty> parties(MerchantId merchant, Collection<SalesOrderId> orders) {
        Map<SalesOrderId, OrderParty> parties = new HashMap<>();
        jdbc.sql("""
                select sales_order_id, store_id, subject_id from sales_order
                where merchant_id = :merchant and sales_order_id = any(:ids::uuid[])
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(orders.stream().map(SalesOrderId::value).toList()))
                .query(row -> {
                    parties.put(
                            new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                            new OrderParty(
                                    new StoreId(row.getObject("store_id", UUID.class)),
                                    new SubjectId(row.getObject("subject_id", UUID.class))));
                });
        return parties;
    }

    /**
     * The order a customer means by its number and the mail address it was made with. An unknown number and a wrong
     * address take the same work: one statement, one digest, one comparison in constant time.
     *
     * @param name the order's name in the store, with or without the number sign in front
     */
    public Optional<SalesOrderId> find(MerchantId merchant, StoreId store, String name, String mail) {
        byte[] print = printing.mail(merchant, mail);
        String bare = name.strip().startsWith("#") ? name.strip().substring(1).strip() : name.strip();
        List<Named> named = jdbc.sql("""
                select sales_order_id, person_print from sales_order
                where merchant_id = :merchant and store_id = :store and store_order_name = any(:names::text[])
                order by sales_order_id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("names", SqlArrays.texts(List.of(bare, "#" + bare)))
                .param("limit", MOST_OF_ONE_NAME)
                .query((row, number) -> new Named(
                        new SalesOrderId(row.getObject("sales_order_id", UUID.class)), row.getBytes("person_print")))
                .list();
        Optional<SalesOrderId> found = Optional.empty();
        for (int i = 0; i < MOST_OF_ONE_NAME; i++) {
            Named each = i < named.size() ? named.get(i) : null;
            byte[] theirs = each == null ? null : each.print();
            boolean same = MessageDigest.isEqual(print, theirs == null ? NOBODY : theirs);
            if (same && each != null && found.isEmpty()) {
                found = Optional.of(each.order());
            }
        }
        return found;
    }

    private record Named(SalesOrderId order, byte @Nullable [] print) {}
}
