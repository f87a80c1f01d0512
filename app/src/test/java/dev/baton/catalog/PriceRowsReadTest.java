package dev.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.MerchantId;
import dev.baton.testing.Repository;
import dev.baton.testing.TestBaton;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page of the few rows of a price list that differ is read without reading the list. */
class PriceRowsReadTest {

    private static final int ROWS = 20_000;
    private static final Pattern STATEMENT = Pattern.compile("\"\"\"\\n(.*?)\"\"\"", Pattern.DOTALL);

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final PriceRunId run = new PriceRunId(UUID.randomUUID());

    @ParameterizedTest
    @EnumSource(value = PriceOutcome.class, names = "UNCHANGED", mode = EnumSource.Mode.EXCLUDE)
    void readsTheRowsOfOneOutcomeByTheirIndex(PriceOutcome outcome) throws IOException, SQLException {
        listOf(outcome);

        List<Long> found =
                baton
                        .in(merchant, () -> baton.bean(PriceRunRows.class).page(merchant, run, outcome, 5_000, 100))
                        .stream()
                        .map(PriceChange::row)
                        .toList();
        String plan = plan(outcome);

        assertThat(found).containsExactly(10_000L, 15_000L, 20_000L);
        assertThat(plan)
                .contains("price_run_row_outcome")
                .doesNotContain("Rows Removed")
                .doesNotContain("Sort");
    }

    /** Every five-thousandth row is of that outcome, the others say what was known. */
    private void listOf(PriceOutcome outcome) throws SQLException {
        baton.in(merchant, () -> {
            baton.jdbc()
                    .sql("""
                            insert into price_run (merchant_id, run_id, source_id, supplier_id, stated_at, since, proposal, state,
                                                   reached_row, applied, planned, waiting, unchanged, unmatched, superseded, faults)
                            values (:merchant, :run, :run, :run, '2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z', false, 'APPLIED', 0, 0, 0, 0, 0,
                                    0, 0, 0)
                            """)
                    .param("merchant", merchant.value())
                    .param("run", run.value())
                    .update();
            return baton.jdbc()
                    .sql("""
                            insert into price_run_row (merchant_id, run_id, supplier_sku, ship_from, since, row_number, outcome,
                                                       unit_cost_micros, currency)
                            select :merchant, :run, 'S-' || n, 'MAIN', '2026-03-01T00:00:00Z', n,
                                   case when n % 5000 = 0 then :outcome else 'UNCHANGED' end, 1, 'EUR'
                            from generate_series(1, :rows) n
                            """)
                    .param("merchant", merchant.value())
                    .param("run", run.value())
                    .param("outcome", outcome.name())
                    .param("rows", ROWS)
                    .update();
        });
        try (Connection superuser = baton.database().connectAsSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("analyze price_run_row");
        }
    }

    private String plan(PriceOutcome outcome) throws IOException {
        String sql = statement();
        List<String> lines = baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("explain (analyze, costs off, timing off) " + sql)
                        .param("merchant", merchant.value())
                        .param("run", run.value())
                        .param("outcome", outcome.name())
                        .param("after", 5_000L)
                        .param("limit", 100)
                        .query(String.class)
                        .list());
        return String.join("\n", lines);
    }

    /** The statement as it stands in the source. */
    private static String statement() throws IOException {
        Matcher all = STATEMENT.matcher(
                Files.readString(Repository.root().resolve("app/src/main/java/dev/baton/catalog/PriceRunRows.java")));
        return all.results()
                .map(found -> found.group(1))
                .filter(sql -> Arrays.stream(sql.split("\n")).anyMatch(line -> line.contains("outcome = :outcome and")))
                .findFirst()
                .orElseThrow();
    }
}
