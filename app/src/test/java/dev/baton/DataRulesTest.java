package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.DataRules.Breach;
import dev.baton.testing.Repository;
import dev.baton.testing.StatementsSeen;
import dev.baton.testing.TestDatabase;
import dev.baton.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataRulesTest {

    private static final String TABLE = """
            create table %s (merchant_id uuid not null, id uuid not null%s, primary key (%s));
            comment on table %s is '%s: planted';
            alter table %s enable row level security; alter table %s force row level security;
            create policy tenant on %s using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
            """;

    @Test
    void theCatalogueKeepsEveryDataRule() throws SQLException {
        try (TestDatabase database = TestPostgres.migrated();
                Connection connection = database.connectAsSuperuser()) {
            assertThat(DataRules.inCatalogue(connection)).isEmpty();
        }
    }

    @Test
    void everyStatementKeepsEveryDataRule() throws SQLException, IOException {
        Set<String> tables = distributed();
        List<Breach> breaches = new ArrayList<>();
        int statements = 0;
        try (Stream<Path> files = Files.walk(Repository.root().resolve("app/src/main/java/dev/baton"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.toString().contains("/postgres/"))
                    .toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                for (String sql : DataRules.statements(Files.readString(file))) {
                    statements++;
                    breaches.addAll(DataRules.inStatement(name, sql, tables));
                }
            }
        }
        assertThat(breaches).isEmpty();
        assertThat(statements).isGreaterThan(60);
    }

    @Test
    void acceptsAPlantThatKeepsTheRules() throws SQLException {
        assertThat(planted(table("good", "", "merchant_id, id", "distributed"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index bad on planted (id)",
                "alter table planted add unique (id)",
                "alter table planted set (fillfactor = 50), add column status text;"
                        + "create index bad on planted (merchant_id, id) where status = 'OPEN'",
                "alter table planted add column n serial",
                "alter table planted add column at timestamptz default now()",
                "alter table planted disable row level security",
                "alter table planted no force row level security",
                "drop policy tenant on planted",
                "comment on table planted is 'whatever'",
                "create function f() returns int language sql as 'select 1'",
                "alter table planted add constraint d unique (merchant_id, id) deferrable",
                "create table other (merchant_id uuid not null, id uuid references planted_target (id))",
                "grant select on planted to baton_dispatcher",
                "grant select on planted to baton_gate",
                "grant select on planted to public",
                "grant truncate on planted to baton_app",
                "create rule r as on delete to planted do instead nothing"
            })
    void refusesAPlantedBreachInTheCatalogue(String breach) throws SQLException {
        String target =
                "create table planted_target (merchant_id uuid not null, id uuid unique, primary key (merchant_id, id));"
                        + "comment on table planted_target is 'reference: planted';";
        String good = table("planted", "", "merchant_id, id", "distributed") + target;
        assertThat(planted(good)).isEmpty();
        String asDistributed = breach.contains("planted_target")
                ? breach + "; comment on table planted_target is 'distributed: planted'"
                : breach;
        assertThat(planted(good + asDistributed)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select id from planted where id = :id
            update planted set at = now() where merchant_id = :merchant
            insert into planted (merchant_id, id) select :merchant, gen_random_uuid()
            select id from planted where merchant_id = :merchant for update skip locked
            delete from planted where id = :id
            select pg_advisory_lock(1)
            select id from planted where merchant_id = :merchant
            """)
    void refusesAPlantedBreachInAStatement(String sql) {
        String source = "jdbc.sql(\"\"\"\n" + sql + "\n\"\"\")";

        List<String> found = DataRules.statements(source);

        assertThat(found).hasSize(1);
        assertThat(DataRules.inStatement("Planted", found.getFirst(), Set.of("planted")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "delete", "truncate", "update (id)"})
    void refusesAnAuditThatTheAppMayChange(String privilege) throws SQLException {
        String audit =
                table("audit", "", "merchant_id, id", "distributed") + "grant select, insert on audit to baton_app;";
        assertThat(planted(audit)).isEmpty();

        assertThat(planted(audit + "grant " + privilege + " on audit to baton_app"))
                .extracting(Breach::what)
                .contains("is written once, and the app may change or empty it");
    }

    @Test
    void acceptsAStatementThatBindsTheMerchant() {
        assertThat(DataRules.inStatement(
                        "Good", "select id from planted where merchant_id = :merchant and id = :id", Set.of("planted")))
                .isEmpty();
    }

    @Test
    void refusesAStatementThatNoTestHasRun() {
        List<String> seen =
                List.of(StatementsSeen.plain("update planted set n = ? where merchant_id = ? and id in (?, ?)"));

        assertThat(DataRules.neverRun(
                        "Planted",
                        List.of("update planted\n  set n = :n where merchant_id = :merchant and id in (:ids)"),
                        seen))
                .isEmpty();
        assertThat(DataRules.neverRun("Planted", List.of("delete from planted where merchant_id = :merchant"), seen))
                .extracting(Breach::what)
                .containsExactly("was run by no test: delete from planted where merchant_id = :merchant");
    }

    private static String table(String name, String columns, String key, String kind) {
        return TABLE.formatted(name, columns, key, name, kind, name, name, name);
    }

    private static List<Breach> planted(String ddl) throws SQLException {
        try (TestDatabase database = TestPostgres.empty();
                Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(ddl);
            return DataRules.inCatalogue(connection);
        }
    }

    private static Set<String> distributed() throws SQLException {
        Set<String> tables = new HashSet<>();
        try (TestDatabase database = TestPostgres.migrated();
                Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and obj_description(c.oid) like 'distributed: %'
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
