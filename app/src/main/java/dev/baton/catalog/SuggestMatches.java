package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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

    private final JdbcClient jdbc;
    private final SimilarTitles titles;

    SuggestMatches(JdbcClient jdbc, SimilarTitles titles) {
        this.jdbc = jdbc;
        this.titles = titles;
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
        return wanted.isEmpty()
                ? List.of()
                : best(
                        wanted,
                        Stream.concat(byCodeOrBarcode(merchant, wanted).stream(), byTitle(merchant, wanted).stream()));
    }

    /** As above, but only what is sure, by barcode or code: the dear look at titles is spared. */
    public List<List<Match>> sure(MerchantId merchant, List<Wanted> wanted) {
        return wanted.isEmpty() ? List.of() : best(wanted, byCodeOrBarcode(merchant, wanted).stream());
    }

    private static List<List<Match>> best(List<Wanted> wanted, Stream<Candidate> found) {
        Map<Integer, List<Candidate>> candidates = new HashMap<>();
        found.forEach(each -> candidates
                .computeIfAbsent(each.wanted(), none -> new ArrayList<>())
                .add(each));
        List<List<Match>> matches = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            matches.add(best(wanted.get(i), candidates.getOrDefault(i, List.of())));
        }
        return matches;
    }

    private List<Candidate> byCodeOrBarcode(MerchantId merchant, List<Wanted> wanted) {
        if (wanted.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " are matched in one call");
        }
        return jdbc.sql("""
                select w.n, s.sku_id, s.code, s.title, 'SAME_GTIN' as reason
                from unnest(:numbers::int[], :gtins::text[]) as w (n, gtin)
                cross join lateral (select sku_id, code, title from sku
                                    where merchant_id = :merchant and gtin = w.gtin
                                    order by merchant_id, gtin limit :most) s
                union all
                select w.n, s.sku_id, s.code, s.title,
                       case when s.gtin <> w.gtin then 'CODE_NOT_GTIN' else 'SAME_CODE' end
                from unnest(:numbers::int[], :gtins::text[], :keys::text[]) as w (n, gtin, code_key)
                cross join lateral (select sku_id, code, title, gtin from sku
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
        return titles.find(merchant, Columns.of(wanted, Wanted::title)).stream()
                .map(each ->
                        new Candidate(each.number(), each.sku(), each.code(), each.title(), Match.Reason.SIMILAR_TITLE))
                .toList();
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
    private static List<Match> best(Wanted wanted, List<Candidate> candidates) {
        List<Match> matches = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Likeness likeness = candidate.reason() == Match.Reason.SIMILAR_TITLE
                    ? Titles.alike(wanted.title(), candidate.title())
                    : Likeness.SAME;
            if (likeness.percent() >= LEAST_LIKENESS) {
                matches.add(new Match(
                        new SkuId(candidate.sku()), candidate.code(), candidate.title(), candidate.reason(), likeness));
            }
        }
        matches.sort(Comparator.comparing(Match::reason)
                .thenComparing(match -> match.likeness().percent(), Comparator.reverseOrder())
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
