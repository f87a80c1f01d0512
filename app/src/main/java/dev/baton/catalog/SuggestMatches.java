package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds SKUs that listings or suppliers' items may be: by barcode, by a code written otherwise, by a title that is
 * alike. It suggests and changes nothing.
 */
@Component
public final class SuggestMatches {

    /** Most things of one call. */
    public static final int MOST = 200;

    /** Suggestions for one thing. */
    private static final int MOST_EACH = 3;

    /** Less alike is noise: half of the letters run otherwise. */
    private static final int LEAST_LIKENESS = 50;

    /** SKUs that share a word, looked at for one word; a word in more titles tells little. */
    private static final int MOST_OF_A_WORD = 200;

    /** SKUs compared letter by letter for one thing: those that share most words, the rarer the better. */
    private static final int MOST_COMPARED = 30;

    private final JdbcClient jdbc;

    SuggestMatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is looked for.
     *
     * @param code null when it has none
     * @param gtin 14 digits; null when not known
     */
    public record Wanted(@Nullable String code, @Nullable String gtin, String title) {}

    private record Candidate(int wanted, UUID sku, String code, String title, Match.Reason reason) {}

    /**
     * The best few matches of each, surest first, in the order given. Needs an open transaction of the merchant.
     *
     * @throws IllegalArgumentException for more than {@link #MOST}
     */
    public List<List<Match>> suggest(MerchantId merchant, List<Wanted> wanted) {
        if (wanted.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " are matched in one call");
        }
        List<Candidate> candidates = new ArrayList<>();
        if (!wanted.isEmpty()) {
            candidates.addAll(byCodeOrBarcode(merchant, wanted));
            candidates.addAll(byTitle(merchant, wanted));
        }
        List<List<Match>> matches = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            matches.add(best(i, wanted.get(i), candidates));
        }
        return matches;
    }

    private List<Candidate> byCodeOrBarcode(MerchantId merchant, List<Wanted> wanted) {
        return jdbc.sql("""
                select w.n, s.sku_id, s.code, s.title, 'SAME_GTIN' as reason
                from unnest(:numbers::int[], :gtins::text[]) as w (n, gtin)
                cross join lateral (select sku_id, code, title from sku
                                    where merchant_id = :merchant and gtin = w.gtin
                                    order by merchant_id, gtin limit :most) s
                union all
                select w.n, s.sku_id, s.code, s.title, 'SAME_CODE'
                from unnest(:numbers::int[], :keys::text[]) as w (n, code_key)
                cross join lateral (select sku_id, code, title from sku
                                    where merchant_id = :merchant and code_key = w.code_key
                                    order by merchant_id, code_key limit :most) s
                """)
                .param("merchant", merchant.value())
                .param("most", MOST_EACH)
                .param("numbers", SqlArrays.ints(numbers(wanted)))
                .param("gtins", SqlArrays.texts(Columns.<Wanted, @Nullable String>of(wanted, Wanted::gtin)))
                .param(
                        "keys",
                        SqlArrays.texts(Columns.<Wanted, @Nullable String>of(wanted, each -> CodeKey.of(each.code()))))
                .query(SuggestMatches::candidate)
                .list();
    }

    private List<Candidate> byTitle(MerchantId merchant, List<Wanted> wanted) {
        List<Integer> numbers = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            for (String word : Titles.words(wanted.get(i).title())) {
                numbers.add(i);
                words.add(word);
            }
        }
        if (words.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                with found as (
                    select q.n, s.sku_id, 1.0 / count(*) over (partition by q.n, q.word) as weight
                    from unnest(:numbers::int[], :words::text[]) as q (n, word)
                    cross join lateral (select sku_id from sku_word
                                        where merchant_id = :merchant and word = q.word
                                        order by merchant_id, word, sku_id limit :most) s
                ), ranked as (
                    select n, sku_id, row_number() over (partition by n order by sum(weight) desc, sku_id) as place
                    from found
                    group by n, sku_id
                )
                select r.n, s.sku_id, s.code, s.title, 'SIMILAR_TITLE' as reason
                from ranked r join sku s on s.merchant_id = :merchant and s.sku_id = r.sku_id
                where r.place <= :compared
                """)
                .param("merchant", merchant.value())
                .param("most", MOST_OF_A_WORD)
                .param("compared", MOST_COMPARED)
                .param("numbers", SqlArrays.ints(numbers))
                .param("words", SqlArrays.texts(words))
                .query(SuggestMatches::candidate)
                .list();
    }

    private static List<Integer> numbers(List<Wanted> wanted) {
        List<Integer> numbers = new ArrayList<>(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            numbers.add(i);
        }
        return numbers;
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        return new Candidate(
                row.getInt("n"),
                row.getObject("sku_id", UUID.class),
                row.getString("code"),
                row.getString("title"),
                Match.Reason.valueOf(row.getString("reason")));
    }

    /** Each SKU once, for its surest reason. */
    private static List<Match> best(int number, Wanted wanted, List<Candidate> candidates) {
        List<Match> matches = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.wanted() != number) {
                continue;
            }
            int likeness = candidate.reason() == Match.Reason.SIMILAR_TITLE
                    ? Titles.alike(wanted.title(), candidate.title())
                    : 100;
            if (likeness >= LEAST_LIKENESS) {
                matches.add(new Match(
                        new SkuId(candidate.sku()), candidate.code(), candidate.title(), candidate.reason(), likeness));
            }
        }
        matches.sort(Comparator.comparing(Match::reason)
                .thenComparing(Match::likeness, Comparator.reverseOrder())
                .thenComparing(Match::code));
        List<Match> first = new ArrayList<>();
        for (Match match : matches) {
            boolean known = first.stream().anyMatch(other -> other.sku().equals(match.sku()));
            if (!known && first.size() < MOST_EACH) {
                first.add(match);
            }
        }
        return first;
    }
}
