package dev.baton.orders;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds orders by what a person types: our number, the store's number or its beginning, and who ordered, by mail
 * address, phone number or the words of the name. Each look-up is a range of an index; what is found by a digest is
 * looked at again in the opened record, so that an erased customer is found by nothing. Every method needs an open
 * transaction of the merchant.
 */
@Component
public final class OrderSearch {

    private static final int CANDIDATES = 50;
    private static final int LONGEST_WORD = 40;
    /** The greatest sign there is: an end behind everything that begins so, where texts are compared by bytes. */
    private static final String END = "\uDBFF\uDFFF";

    private final JdbcClient jdbc;
    private final CustomerTokens tokens;
    private final CustomerRecords records;
    private final OrderRows rows;

    OrderSearch(JdbcClient jdbc, CustomerTokens tokens, CustomerRecords records, OrderRows rows) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.records = records;
        this.rows = rows;
    }

    /**
     * An order that was found.
     *
     * @param customer who ordered; empty when not known
     * @param exact whether the text is the whole of a number, an address or a phone number
     */
    public record Hit(SalesOrderId id, String number, String storeOrderName, String customer, boolean exact) {}

    /** At most so many orders, exact hits first, then the newest. */
    public List<Hit> find(MerchantId merchant, Collection<StoreId> stores, String text, int limit) {
        String wanted = text.strip();
        Set<SalesOrderId> exact = new LinkedHashSet<>();
        Set<SalesOrderId> others = new LinkedHashSet<>();
        String mail = CustomerWords.mail(wanted);
        if (mail.contains("@")) {
            exact.addAll(mailed(merchant, mail));
        } else {
            exact.addAll(called(merchant, stores, wanted));
            exact.addAll(phoned(merchant, wanted));
            others.addAll(beginning(merchant, stores, wanted, limit));
            others.addAll(named(merchant, CustomerWords.words(wanted), limit));
        }
        return hits(merchant, exact, others, limit);
    }

    private List<Hit> hits(MerchantId merchant, Set<SalesOrderId> exact, Set<SalesOrderId> others, int limit) {
        Set<SalesOrderId> all = new LinkedHashSet<>(exact);
        all.addAll(others);
        Map<SalesOrderId, OrderState> states = rows.look(merchant, all);
        Map<UUID, CustomerRecords.Content> people = records.read(
                merchant,
                states.values().stream()
                        .map(state -> state.head.customerRecord())
                        .toList());
        List<Hit> hits = new ArrayList<>();
        for (SalesOrderId id : all) {
            OrderState state = states.get(id);
            if (state != null && hits.size() < limit) {
                CustomerRecords.Content person = people.get(state.head.customerRecord());
                hits.add(new Hit(
                        id,
                        state.head.number(),
                        state.head.storeOrderName(),
                        person == null ? "" : who(person),
                        exact.contains(id)));
            }
        }
        return hits;
    }

    private static String who(CustomerRecords.Content person) {
        return Optional.ofNullable(person.customer().name())
                .or(() -> Optional.ofNullable(person.shipTo()).map(place -> place.name()))
                .or(() -> Optional.ofNullable(person.customer().email()))
                .orElse("");
    }

    private List<SalesOrderId> called(MerchantId merchant, Collection<StoreId> stores, String wanted) {
        String bare = bare(wanted);
        List<SalesOrderId> found = new ArrayList<>(jdbc.sql("""
                select sales_order_id from sales_order where merchant_id = :merchant and number = :number
                """)
                .param("merchant", merchant.value())
                .param("number", bare)
                .query((row, number) -> id(row.getObject("sales_order_id", UUID.class)))
                .list());
        found.addAll(jdbc.sql("""
                select sales_order_id from sales_order
                where merchant_id = :merchant and store_id = any(:stores::uuid[])
                  and store_order_name = any(:names::text[])
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("stores", uuids(stores))
                .param("names", SqlArrays.texts(List.of(bare, "#" + bare)))
                .param("limit", CANDIDATES)
                .query((row, number) -> id(row.getObject("sales_order_id", UUID.class)))
                .list());
        found.addAll(jdbc.sql("""
                select sales_order_id from sales_order
                where merchant_id = :merchant and store_id = any(:stores::uuid[]) and store_order_id = :theirs
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("stores", uuids(stores))
                .param("theirs", bare)
                .param("limit", CANDIDATES)
                .query((row, number) -> id(row.getObject("sales_order_id", UUID.class)))
                .list());
        return found;
    }

    /** Numbers that begin so, the shortest first: {@code 100} finds 100 before 1001. */
    private List<SalesOrderId> beginning(MerchantId merchant, Collection<StoreId> stores, String wanted, int limit) {
        String bare = bare(wanted);
        if (bare.isEmpty()) {
            return List.of();
        }
        List<SalesOrderId> found = new ArrayList<>(jdbc.sql("""
                select sales_order_id from sales_order
                where merchant_id = :merchant and number >= :from and number < :end
                order by number
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("from", bare)
                .param("end", bare + END)
                .param("limit", limit)
                .query((row, number) -> id(row.getObject("sales_order_id", UUID.class)))
                .list());
        for (String name : List.of("#" + bare, bare)) {
            found.addAll(jdbc.sql("""
                    select o.sales_order_id from unnest(:stores::uuid[]) as s (store)
                    cross join lateral (
                      select sales_order_id from sales_order
                      where merchant_id = :merchant and store_id = s.store
                        and store_order_name >= :from and store_order_name < :end
                      order by store_order_name
                      limit :limit) as o
                    limit :limit
                    """)
                    .param("merchant", merchant.value())
                    .param("stores", uuids(stores))
                    .param("from", name)
                    .param("end", name + END)
                    .param("limit", limit)
                    .query((row, number) -> id(row.getObject("sales_order_id", UUID.class)))
                    .list());
        }
        return found;
    }

    private List<SalesOrderId> mailed(MerchantId merchant, String mail) {
        return looked(
                merchant,
                tokens.find(merchant, tokens.mail(merchant, mail), List.of(), CANDIDATES),
                words -> words.mails().contains(mail));
    }

    private List<SalesOrderId> phoned(MerchantId merchant, String wanted) {
        String phone = CustomerWords.phone(wanted);
        boolean written = wanted.codePoints().allMatch(sign -> Character.isDigit(sign) || " +()-/.".indexOf(sign) >= 0);
        return phone.isEmpty() || !written
                ? List.of()
                : looked(
                        merchant,
                        tokens.find(merchant, tokens.phone(merchant, phone), List.of(), CANDIDATES),
                        words -> words.isReachedBy(phone));
    }

    /** Every word has to begin one of a person's names; a word shorter than three letters only narrows. */
    private List<SalesOrderId> named(MerchantId merchant, List<String> words, int limit) {
        List<String> telling = words.stream()
                .filter(word -> word.length() >= CustomerTokens.SHORTEST_BEGINNING && word.length() <= LONGEST_WORD)
                .toList();
        if (telling.isEmpty()) {
            return words.size() == 1
                    ? looked(
                            merchant,
                            tokens.find(merchant, tokens.word(merchant, words.getFirst()), List.of(), limit),
                            all -> all.isCalled(words))
                    : List.of();
        }
        Set<SalesOrderId> found = new LinkedHashSet<>(looked(
                merchant,
                candidates(
                        merchant,
                        telling.stream()
                                .map(word -> tokens.word(merchant, word))
                                .toList()),
                all -> all.isCalled(words)));
        if (found.size() < limit) {
            found.addAll(looked(
                    merchant,
                    candidates(
                            merchant,
                            telling.stream().map(word -> begins(merchant, word)).toList()),
                    all -> all.isCalled(words)));
        }
        return List.copyOf(found);
    }

    private long begins(MerchantId merchant, String word) {
        return tokens.beginning(merchant, word.substring(0, Math.min(word.length(), CustomerTokens.LONGEST_BEGINNING)));
    }

    private List<SalesOrderId> candidates(MerchantId merchant, List<Long> all) {
        List<Long> narrowing = all.size() == 1 ? all : tokens.rarestFirst(merchant, all);
        return tokens.find(merchant, narrowing.getFirst(), narrowing.subList(1, narrowing.size()), CANDIDATES);
    }

    private List<SalesOrderId> looked(
            MerchantId merchant, List<SalesOrderId> candidates, Predicate<CustomerWords> fits) {
        Map<SalesOrderId, UUID> recordOf = new HashMap<>();
        rows.look(merchant, candidates).forEach((id, state) -> recordOf.put(id, state.head.customerRecord()));
        Map<UUID, CustomerRecords.Content> people = records.read(merchant, recordOf.values());
        return candidates.stream()
                .filter(id -> {
                    CustomerRecords.Content person = people.get(recordOf.get(id));
                    return person != null && fits.test(CustomerWords.of(person));
                })
                .toList();
    }

    private static String bare(String wanted) {
        return wanted.startsWith("#") ? wanted.substring(1) : wanted;
    }

    private static SalesOrderId id(UUID value) {
        return new SalesOrderId(value);
    }

    private static org.springframework.jdbc.core.SqlTypeValue uuids(Collection<StoreId> stores) {
        return SqlArrays.uuids(stores.stream().map(StoreId::value).toList());
    }
}
