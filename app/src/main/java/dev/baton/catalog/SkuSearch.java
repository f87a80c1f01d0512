package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds goods by their code or its beginning, however it is written, by the number under the barcode, by a supplier's
 * own code, and by the words of the title; each a range of an index. Every method needs an open transaction of the
 * merchant.
 */
@Component
public final class SkuSearch {

    /** The greatest sign there is: an end behind everything that begins so, where texts are compared by bytes. */
    private static final String END = "\uDBFF\uDFFF";

    private static final int COUNTED = 500;

    private final JdbcClient jdbc;

    SkuSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Goods that were found.
     *
     * @param exact whether the text is the whole of a code or a barcode
     */
    public record Hit(SkuId id, String code, String title, boolean exact) {}

    /** At most so many, exact ones first. */
    public List<Hit> find(MerchantId merchant, Collection<SupplierId> suppliers, String text, int limit) {
        Map<SkuId, Hit> found = new LinkedHashMap<>();
        byCode(merchant, text, limit).forEach(hit -> found.putIfAbsent(hit.id(), hit));
        String gtin = Gtin.of(text);
        if (gtin != null) {
            byGtin(merchant, gtin, limit).forEach(hit -> found.put(hit.id(), hit));
        }
        ofSuppliers(merchant, suppliers, text, limit).forEach(hit -> found.putIfAbsent(hit.id(), hit));
        if (found.size() < limit) {
            byWords(merchant, text, limit).forEach(hit -> found.putIfAbsent(hit.id(), hit));
        }
        List<Hit> hits = new ArrayList<>(found.values());
        hits.sort(Comparator.comparing(hit -> !hit.exact()));
        return hits.stream().limit(limit).toList();
    }

    private List<Hit> byCode(MerchantId merchant, String text, int limit) {
        List<Hit> found = new ArrayList<>(jdbc.sql("""
                select sku_id, code, title from sku
                where merchant_id = :merchant and code >= :from and code < :end
                order by code
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("from", text)
                .param("end", text + END)
                .param("limit", limit)
                .query((row, at) -> hit(row, row.getString("code").equals(text)))
                .list());
        String key = CodeKey.of(text);
        if (key != null) {
            found.addAll(jdbc.sql("""
                    select sku_id, code, title from sku
                    where merchant_id = :merchant and code_key >= :from and code_key < :end
                    order by code_key
                    limit :limit
                    """)
                    .param("merchant", merchant.value())
                    .param("from", key)
                    .param("end", key + END)
                    .param("limit", limit)
                    .query((row, at) -> hit(row, key.equals(CodeKey.of(row.getString("code")))))
                    .list());
        }
        return found;
    }

    private List<Hit> byGtin(MerchantId merchant, String gtin, int limit) {
        return jdbc.sql(
                        "select sku_id, code, title from sku where merchant_id = :merchant and gtin = :gtin limit :limit")
                .param("merchant", merchant.value())
                .param("gtin", gtin)
                .param("limit", limit)
                .query((row, at) -> hit(row, true))
                .list();
    }

    private List<Hit> ofSuppliers(MerchantId merchant, Collection<SupplierId> suppliers, String text, int limit) {
        return jdbc.sql("""
                select s.sku_id, s.code, s.title
                from (select distinct sku_id from offer
                      where merchant_id = :merchant and supplier_id = any(:suppliers::uuid[]) and supplier_sku = :text
                      limit :limit) as o
                join sku s on s.merchant_id = :merchant and s.sku_id = o.sku_id
                """)
                .param("merchant", merchant.value())
                .param(
                        "suppliers",
                        SqlArrays.uuids(
                                suppliers.stream().map(SupplierId::value).toList()))
                .param("text", text)
                .param("limit", limit)
                .query((row, at) -> hit(row, true))
                .list();
    }

    /** Each word begins one of the title's. */
    private List<Hit> byWords(MerchantId merchant, String text, int limit) {
        List<String> words = rarestFirst(merchant, List.copyOf(Titles.words(text)));
        if (words.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select s.sku_id, s.code, s.title
                from (select w.sku_id from sku_word w
                      where w.merchant_id = :merchant and w.word >= :from and w.word < :end
                        and not exists (
                          select 1 from unnest(:others::text[], :ends::text[]) as o (word, behind)
                          where not exists (
                            select 1 from sku_word x
                            where x.merchant_id = :merchant and x.sku_id = w.sku_id
                              and x.word >= o.word and x.word < o.behind))
                      order by w.word
                      limit :limit) as f
                join sku s on s.merchant_id = :merchant and s.sku_id = f.sku_id
                """)
                .param("merchant", merchant.value())
                .param("from", words.getFirst())
                .param("end", words.getFirst() + END)
                .param("others", SqlArrays.texts(words.subList(1, words.size())))
                .param(
                        "ends",
                        SqlArrays.texts(words.subList(1, words.size()).stream()
                                .map(word -> word + END)
                                .toList()))
                .param("limit", limit)
                .query((row, at) -> hit(row, false))
                .list();
    }

    /** What few titles have narrows most; counted no further than it matters. */
    private List<String> rarestFirst(MerchantId merchant, List<String> words) {
        return words.isEmpty()
                ? words
                : jdbc.sql("""
                        select o.word from unnest(:words::text[], :ends::text[]) as o (word, behind)
                        cross join lateral (
                          select count(*) as many from (
                            select 1 from sku_word w
                            where w.merchant_id = :merchant and w.word >= o.word and w.word < o.behind
                            limit :most) as c) as n
                        order by n.many, o.word
                        """)
                        .param("merchant", merchant.value())
                        .param("words", SqlArrays.texts(words))
                        .param(
                                "ends",
                                SqlArrays.texts(
                                        words.stream().map(word -> word + END).toList()))
                        .param("most", COUNTED)
                        .query((row, at) -> row.getString("word"))
                        .list();
    }

    private static Hit hit(java.sql.ResultSet row, boolean exact) throws java.sql.SQLException {
        return new Hit(
                new SkuId(row.getObject("sku_id", UUID.class)), row.getString("code"), row.getString("title"), exact);
    }
}
