package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds SKUs whose titles share telling words with others: a word that few titles have is looked up by itself, words
 * that many have only two at a time. Every look-up is a stretch of the index of words, so that what a title costs does
 * not grow with the catalogue. Every method needs an open transaction of the merchant.
 */
@Component
final class SimilarTitles {

    /** SKUs of one look-up; a word in more titles tells little by itself. */
    private static final int MOST_OF_A_KEY = 200;

    /** How far titles with a word are counted, and how many of them are looked at for a second word. */
    private static final int MOST_COUNTED = 2_000;

    /** Words of one title that few others have, the rarest ones. */
    private static final int MOST_TELLING = 6;

    /** Words of one title that many others have, the rarest ones; each two of them are looked up. */
    private static final int MOST_COMMON = 4;

    /** SKUs compared letter by letter for one title: those that share most, the rarer the better. */
    private static final int MOST_COMPARED = 30;

    private final JdbcClient jdbc;

    SimilarTitles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A SKU that shares words with the {@code number}-th title. */
    record Found(int number, UUID sku, String code, String title) {}

    /** What is looked up: titles that have the word, and the other one too unless it is empty. */
    private record Key(String word, String other) {}

    /** SKUs worth a comparison for each title, in no order. */
    List<Found> find(MerchantId merchant, List<String> titles) {
        List<Set<String>> words = titles.stream().map(Titles::words).toList();
        Map<String, Integer> counts = counts(merchant, words);
        List<List<Key>> keys = words.stream().map(each -> keys(each, counts)).toList();
        Map<Key, List<UUID>> having = having(merchant, keys);
        List<List<UUID>> best = keys.stream().map(each -> best(each, having)).toList();
        return whole(merchant, best);
    }

    /** How many titles have each word, as far as it matters; a word that none has is left out. */
    private Map<String, Integer> counts(MerchantId merchant, List<Set<String>> words) {
        Set<String> all = new TreeSet<>();
        words.forEach(all::addAll);
        Map<String, Integer> counts = new HashMap<>();
        if (all.isEmpty()) {
            return counts;
        }
        jdbc.sql("""
                select q.word, n.many
                from unnest(:words::text[]) as q (word)
                cross join lateral (select count(*) as many
                                    from (select 1 from sku_word
                                          where merchant_id = :merchant and word = q.word
                                          limit :most) c) n
                where n.many > 0
                """)
                .param("merchant", merchant.value())
                .param("words", SqlArrays.texts(all))
                .param("most", MOST_COUNTED)
                .query(row -> {
                    counts.put(row.getString("word"), row.getInt("many"));
                });
        return counts;
    }

    private static List<Key> keys(Set<String> words, Map<String, Integer> counts) {
        List<String> rarest = words.stream()
                .filter(counts::containsKey)
                .sorted(Comparator.<String>comparingInt(counts::get).thenComparing(word -> word))
                .toList();
        List<Key> keys = new ArrayList<>();
        List<String> common = new ArrayList<>();
        for (String word : rarest) {
            boolean telling = counts.getOrDefault(word, 0) <= MOST_OF_A_KEY;
            if (telling && keys.size() < MOST_TELLING) {
                keys.add(new Key(word, ""));
            } else if (!telling && common.size() < MOST_COMMON) {
                common.forEach(rarer -> keys.add(new Key(rarer, word)));
                common.add(word);
            }
        }
        if (keys.isEmpty()) {
            common.forEach(word -> keys.add(new Key(word, "")));
        }
        return keys;
    }

    private Map<Key, List<UUID>> having(MerchantId merchant, List<List<Key>> keys) {
        Set<Key> all = new LinkedHashSet<>();
        keys.forEach(all::addAll);
        Map<Key, List<UUID>> having = new HashMap<>();
        byWord(merchant, all.stream().filter(key -> key.other().isEmpty()).toList(), having);
        byTwoWords(merchant, all.stream().filter(key -> !key.other().isEmpty()).toList(), having);
        return having;
    }

    private void byWord(MerchantId merchant, List<Key> keys, Map<Key, List<UUID>> having) {
        if (keys.isEmpty()) {
            return;
        }
        jdbc.sql("""
                select q.word, s.sku_id
                from unnest(:words::text[]) as q (word)
                cross join lateral (select sku_id from sku_word
                                    where merchant_id = :merchant and word = q.word
                                    order by merchant_id, word, sku_id limit :most) s
                """)
                .param("merchant", merchant.value())
                .param("words", SqlArrays.texts(Columns.of(keys, Key::word)))
                .param("most", MOST_OF_A_KEY)
                .query(row -> {
                    having.computeIfAbsent(new Key(row.getString("word"), ""), none -> new ArrayList<>())
                            .add(row.getObject("sku_id", UUID.class));
                });
    }

    /** The limit of one keeps each look-up one of a single row, whatever is known of a table that has just been filled. */
    private void byTwoWords(MerchantId merchant, List<Key> keys, Map<Key, List<UUID>> having) {
        if (keys.isEmpty()) {
            return;
        }
        jdbc.sql("""
                select q.word, q.other, s.sku_id
                from unnest(:words::text[], :others::text[]) as q (word, other)
                cross join lateral (
                    select a.sku_id
                    from (select sku_id from sku_word
                          where merchant_id = :merchant and word = q.word
                          order by merchant_id, word, sku_id limit :scanned) a
                    cross join lateral (select 1 from sku_word b
                                        where b.merchant_id = :merchant and b.word = q.other and b.sku_id = a.sku_id
                                        limit 1) it
                    limit :most) s
                """)
                .param("merchant", merchant.value())
                .param("words", SqlArrays.texts(Columns.of(keys, Key::word)))
                .param("others", SqlArrays.texts(Columns.of(keys, Key::other)))
                .param("scanned", MOST_COUNTED)
                .param("most", MOST_OF_A_KEY)
                .query(row -> {
                    having.computeIfAbsent(
                                    new Key(row.getString("word"), row.getString("other")), none -> new ArrayList<>())
                            .add(row.getObject("sku_id", UUID.class));
                });
    }

    /** Those that most of the keys have, the rarer the better. */
    private static List<UUID> best(List<Key> keys, Map<Key, List<UUID>> having) {
        Map<UUID, Double> weights = new HashMap<>();
        for (Key key : keys) {
            List<UUID> skus = having.getOrDefault(key, List.of());
            skus.forEach(sku -> weights.merge(sku, 1.0 / skus.size(), Double::sum));
        }
        return weights.entrySet().stream()
                .sorted(Map.Entry.<UUID, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_COMPARED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private record Named(String code, String title) {}

    private List<Found> whole(MerchantId merchant, List<List<UUID>> best) {
        Collection<UUID> ids = new LinkedHashSet<>();
        best.forEach(ids::addAll);
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Named> named = new LinkedHashMap<>();
        jdbc.sql("select sku_id, code, title from sku where merchant_id = :merchant and sku_id = any(:skus::uuid[])")
                .param("merchant", merchant.value())
                .param("skus", SqlArrays.uuids(ids))
                .query(row -> {
                    named.put(
                            row.getObject("sku_id", UUID.class),
                            new Named(row.getString("code"), row.getString("title")));
                });
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            for (UUID sku : best.get(i)) {
                Named each = named.get(sku);
                if (each != null) {
                    found.add(new Found(i, sku, each.code(), each.title()));
                }
            }
        }
        return found;
    }
}
