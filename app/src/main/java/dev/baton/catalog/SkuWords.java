package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table sku_word, written set-wise. */
@Component
final class SkuWords {

    private final JdbcClient jdbc;

    SkuWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Brings the words to the titles; needs an open transaction that holds the SKUs' rows. */
    void put(MerchantId merchant, List<Sku> added, List<Sku> changed) {
        if (!changed.isEmpty()) {
            jdbc.sql("delete from sku_word where merchant_id = :merchant and sku_id = any(:skus::uuid[])")
                    .param("merchant", merchant.value())
                    .param(
                            "skus",
                            SqlArrays.uuids(Columns.of(changed, sku -> sku.id().value())))
                    .update();
        }
        List<String> words = new ArrayList<>();
        List<UUID> skus = new ArrayList<>();
        gather(added, words, skus);
        gather(changed, words, skus);
        if (words.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into sku_word (merchant_id, word, sku_id)
                select :merchant, w.word, w.sku from unnest(:words::text[], :skus::uuid[]) as w (word, sku)
                """)
                .param("merchant", merchant.value())
                .param("words", SqlArrays.texts(words))
                .param("skus", SqlArrays.uuids(skus))
                .update();
    }

    private static void gather(List<Sku> from, List<String> words, List<UUID> skus) {
        for (Sku sku : from) {
            for (String word : Titles.words(sku.title())) {
                words.add(word);
                skus.add(sku.id().value());
            }
        }
    }
}
