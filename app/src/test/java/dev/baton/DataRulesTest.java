package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.baton.DataRules.Breach;
import dev.baton.architecture.SqlStatements;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataRulesTest {

    private static final TestDatabase DATABASE = TestPostgres.migrated();
    private static final TestDatabase PLANTED = TestPostgres.empty();

    private static final String TABLE = """
            create table %s (merchant_id uuid not null, id uuid not null%s, primary key (%s));
            comment on table %s is '%s: planted';
            alter table %s enable row level security; alter table %s force row level security;
            create policy tenant on %s using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
            """;

    private static final String SET_AT = "update planted set at = %s where merchant_id = :merchant and id = :id";
    private static final String ONE = "select id from planted where merchant_id = :merchant and id = :id";

    @AfterAll
    static void drop() {
        DATABASE.close();
        PLANTED.close();
    }

    @Test
    void theCatalogueKeepsEveryDataRule() throws SQLException {
        try (Connection connection = DATABASE.connectAsSuperuser()) {
            assertThat(DataRules.inCatalogue(connection)).isEmpty();
        }
    }

    @Test
    void exemptsNoTableThatIsNotThere() throws SQLException {
        assertThat(tables("split_part(obj_description(c.oid), ':', 1) || ' ' || c.relname", "<> 'distributed'"))
                .isEqualTo(DataRules.EXEMPT);
    }

    @Test
    void everyStatementKeepsEveryDataRule() throws SQLException, IOException {
        Set<String> tables = tables("c.relname", "in ('distributed', 'staging')");
        List<Breach> breaches = new ArrayList<>();
        int statements = 0;
        try (Stream<Path> files = Files.walk(Repository.root().resolve("app/src/main/java/dev/baton"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.toString().contains("/postgres/"))
                    .toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                for (String sql : SqlStatements.of(Files.readString(file))) {
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
        assertThat(planted("")).isEmpty();
        assertThat(planted(table("child", "", "merchant_id, id", "distributed")
                        + "alter table child add foreign key (merchant_id, id) references planted (merchant_id, id)"))
                .isEmpty();
    }

    static Stream<Arguments> breachesInTheCatalogue() {
        String key = "has an index or key that does not begin with merchant_id";
        String open = "is not closed by row-level security, forced";
        String policy = "has a policy for more than the merchant's rows";
        String logic = "is a sequence, a trigger, a rule or a function";
        String aside = "is an extension, a large object or a schema of its own";
        String role = "is open to a role that has no business there";
        return Stream.of(
                arguments("create index bad on planted (id)", "planted.bad", key),
                arguments("alter table planted add constraint bad unique (id)", "planted.bad", key),
                arguments(
                        "alter table planted set (fillfactor = 50), add column status text;"
                                + "create index bad on planted (merchant_id, id) where status = 'OPEN'",
                        "planted.bad",
                        "names the state of rows that change in place, so that each change writes every index"),
                arguments("alter table planted drop constraint planted_pkey", "planted", "has no primary key"),
                arguments(
                        "alter table planted add column at timestamptz default now()",
                        "planted.at",
                        "has a default that calls a function"),
                arguments("alter table planted disable row level security", "planted", open),
                arguments("alter table planted no force row level security", "planted", open),
                arguments("drop policy tenant on planted", "planted", open),
                arguments("alter table feed_staged no force row level security", "feed_staged", open),
                arguments("create policy everyone on planted using (true)", "planted.everyone", policy),
                arguments("alter policy tenant on planted with check (true)", "planted.tenant", policy),
                arguments("comment on table planted is 'whatever'", "planted", "says no kind in its comment"),
                arguments(
                        "alter table planted add constraint bad unique (merchant_id, id) deferrable",
                        "bad",
                        "is deferrable or an exclusion"),
                arguments(
                        "alter table planted add constraint bad exclude using btree (merchant_id with =, id with =)",
                        "bad",
                        "is deferrable or an exclusion"),
                arguments(
                        "alter table planted add n int generated always as identity", "sequence planted_n_seq", logic),
                arguments("create function f() returns int language sql as 'select 1'", "function f", logic),
                arguments(
                        "create trigger bad before update on planted for each row"
                                + " execute function suppress_redundant_updates_trigger()",
                        "trigger bad",
                        logic),
                arguments("create rule r as on delete to planted do instead nothing", "rule r", logic),
                arguments("create extension pg_trgm", "extension pg_trgm", aside),
                arguments("select lo_create(4711)", "large object 4711", aside),
                arguments("create schema elsewhere", "schema elsewhere", aside),
                arguments("grant select on planted to baton_dispatcher", "planted to baton_dispatcher", role),
                arguments("grant select on planted to baton_gate", "planted to baton_gate", role),
                arguments("grant references on planted to public", "planted to public", role),
                arguments("grant truncate on planted to baton_app", "planted to baton_app", role),
                arguments("grant select on person to baton_app", "person to baton_app", role));
    }

    static Stream<Arguments> tablesThatStandApart() {
        String exempt = "is exempt by its comment and not by name";
        String foreign = "has a foreign key that does not begin with merchant_id on both sides";
        String lean = "has a foreign key to a table of a kind it may not lean on";
        return Stream.of(
                arguments(table("loose", "", "id", "reference"), "loose", exempt),
                arguments(table("loose", "", "id", "directory"), "loose", exempt),
                arguments(table("loose", "", "id", "staging"), "loose", exempt),
                arguments(table("loose", "", "id", "local"), "loose", exempt),
                arguments(key("child", "(other_id, id) references planted (merchant_id, id)"), "child.bad", foreign),
                arguments(key("child", "(id, merchant_id) references planted (merchant_id, id)"), "child.bad", foreign),
                arguments(key("person", "(merchant_id, id) references planted (merchant_id, id)"), "person.bad", lean),
                arguments(
                        key("feed_staged", "(merchant_id, id) references planted (merchant_id, id)"),
                        "feed_staged.bad",
                        lean),
                arguments(key("child", "(id) references person (id)"), "child.bad", lean),
                arguments(key("child", "(id) references feed_staged (id)"), "child.bad", lean));
    }

    /** A table {@code child}, and a bad foreign key of a table. */
    private static String key(String from, String key) {
        return table("child", ", other_id uuid", "merchant_id, id", "distributed") + "alter table " + from
                + " add constraint bad foreign key " + key;
    }

    @ParameterizedTest
    @MethodSource({"breachesInTheCatalogue", "tablesThatStandApart"})
    void refusesAPlantedBreachInTheCatalogue(String breach, String where, String what) throws SQLException {
        assertThat(planted(breach)).containsExactly(new Breach(where, what));
    }

    @Test
    void refusesATableThatMayHaveNoMerchant() throws SQLException {
        assertThat(planted("alter table planted drop constraint planted_pkey, alter column merchant_id drop not null"))
                .containsExactly(
                        new Breach("planted", "has no merchant_id uuid not null"),
                        new Breach("planted", "has no primary key"));
    }

    static Stream<Arguments> breachesInAStatement() {
        String unbound = "touches a merchant's table and binds no :merchant";
        String untied = "does not tie o to the merchant";
        String whole = "reads all a merchant has, without a limit";
        String made = "calls a volatile or stable function";
        String nothing = "uses what carries no correctness here";
        return Stream.of(
                arguments("select id from planted where id = :id", unbound),
                arguments("delete from planted where id = :id", unbound),
                arguments("merge into planted using (values (1)) v (n) on n = 1 when matched then delete", unbound),
                arguments(ONE + " and id in (select o.id from other o)", untied),
                arguments(ONE + " union select o.id from other o where o.id = :id", untied),
                arguments(ONE.replace("planted", "planted p, other o"), untied),
                arguments(
                        ONE.replace("planted", "planted p join other o on o.id = p.id")
                                .replace("merchant_id", "p.merchant_id"),
                        untied),
                arguments("insert into planted (id) values (:merchant)", "does not tie planted to the merchant"),
                arguments("select id from planted where merchant_id = :merchant", whole),
                arguments(SET_AT.formatted("now()"), made),
                arguments(SET_AT.formatted("current_timestamp"), made),
                arguments(SET_AT.formatted("localtimestamp"), made),
                arguments(SET_AT.formatted("localtime"), made),
                arguments(SET_AT.formatted("timeofday()"), made),
                arguments(SET_AT.formatted("age(coalesce(at, :at))"), made),
                arguments(SET_AT.formatted("'now'"), made),
                arguments(SET_AT.formatted("random()"), made),
                arguments(SET_AT.formatted("gen_random_uuid()"), made),
                arguments(SET_AT.formatted("uuidv7()"), made),
                arguments(SET_AT.formatted("nextval('planted_n_seq')"), made),
                arguments(ONE + " for update skip locked", nothing),
                arguments("lock table planted in exclusive mode", nothing),
                arguments("lock planted", nothing),
                arguments("savepoint s", nothing),
                arguments("listen planted_news", nothing),
                arguments("notify planted_news", nothing),
                arguments("select pg_notify('planted_news', '')", nothing),
                arguments("create temp table t (n int)", nothing),
                arguments("create local temporary table t (n int)", nothing),
                arguments("select pg_advisory_lock(1)", nothing),
                arguments("select pg_try_advisory_xact_lock(1)", nothing),
                arguments("select lo_create(1)", nothing));
    }

    @ParameterizedTest
    @MethodSource("breachesInAStatement")
    void refusesAPlantedBreachInAStatement(String sql, String what) {
        assertThat(breaches(sql)).singleElement().asString().startsWith(what + ": ");
    }

    @Test
    void refusesTwoTablesTiedToEachOtherOnly() {
        String sql = "select 1 from planted p join other o using (merchant_id) where p.id = :id or o.id = :merchant";

        assertThat(breaches(sql))
                .satisfiesExactly(
                        p -> assertThat(p).startsWith("does not tie p to the merchant: "),
                        o -> assertThat(o).startsWith("does not tie o to the merchant: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "delete", "truncate", "update (id)"})
    void refusesAnAuditThatTheAppMayChange(String privilege) throws SQLException {
        String audit =
                table("audit", "", "merchant_id, id", "distributed") + "grant select, insert on audit to baton_app;";
        assertThat(planted(audit)).isEmpty();

        assertThat(planted(audit + "grant " + privilege + " on audit to baton_app"))
                .contains(new Breach("audit", "is written once, and the app may change or empty it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ONE,
                "update planted set n = extract(day from age(:at, at)) where merchant_id = :merchant and id = :id",
                "insert into planted as p (merchant_id, id) values (:merchant, :id) on conflict do nothing",
                "select p.id from planted p join other o using (merchant_id, id) where merchant_id = :merchant and id = :id",
                "select p.id from planted p, other as o where (o.merchant_id, o.id) = (p.merchant_id, p.id)"
                        + " and :merchant = p.merchant_id and p.id = :id",
                "update planted p set n = o.n from (select id, n from other where merchant_id = :merchant and id = :id) o"
                        + " where p.merchant_id = :merchant and p.id = o.id",
                "delete from planted where (merchant_id, id) in (select merchant_id, id from other"
                        + " where merchant_id = :merchant and id = :id)",
                ONE + " and exists (select 1 from other where other.merchant_id = planted.merchant_id)"
            })
    void acceptsAStatementTiedToTheMerchant(String sql) {
        assertThat(breaches(sql)).isEmpty();
    }

    /** Whatever stands before it, a literal that is SQL is judged. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc.sql(\"delete from planted where id = :id\")",
                "jdbc.sql(\n        \"delete from planted where id = :id\")",
                "for (String each : List.of(\n        \"delete from planted where id = :id\")) {}",
                "count(merchant, \"delete from planted where id = :id\")",
                "static final String DELETE = \"delete from planted where id = :id\";",
                "static final String DELETE = \"delete from planted\";\n jdbc.sql(DELETE + \" where id = :id\")",
                "jdbc.sql(\"delete from planted \"\n        + \"where id = :id\")",
                "String s = \"\"\"\n        delete from planted where id = :id\n        \"\"\";"
            })
    void readsAStatementWhereverItStands(String source) {
        assertThat(SqlStatements.of(source)).singleElement().satisfies(sql -> {
            assertThat(DataRules.inStatement("Planted", sql, Set.of("planted")))
                    .singleElement()
                    .extracting(Breach::what)
                    .asString()
                    .startsWith("touches a merchant's table and binds no :merchant: ");
            assertThat(DataRules.neverRun("Planted", List.of(sql), List.of())).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refuse(\"With another token or secret; what waits goes on by itself.\")",
                "tag(\"select\", \"insert\")",
                "// \"delete from planted\"",
                "say(\"Update the page, then set it again\")"
            })
    void takesNoWordsForPeopleForAStatement(String source) {
        assertThat(SqlStatements.of(source)).isEmpty();
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

    /** What is said of a database with the good tables {@code planted}, {@code person} and {@code feed_staged}, and this. */
    private static List<Breach> planted(String ddl) throws SQLException {
        try (Connection connection = PLANTED.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(table("planted", "", "merchant_id, id", "distributed")
                    + table("person", "", "id", "directory")
                    + table("feed_staged", "", "id", "staging")
                    + ddl);
            List<Breach> breaches = DataRules.inCatalogue(connection);
            connection.rollback();
            return breaches;
        }
    }

    private static List<String> breaches(String sql) {
        List<String> found = SqlStatements.of("jdbc.sql(\"\"\"\n" + sql + "\n\"\"\")");
        assertThat(found).hasSize(1);
        return DataRules.inStatement("Planted", found.getFirst(), Set.of("planted", "other")).stream()
                .map(Breach::what)
                .toList();
    }

    /** Of the tables whose kind is so, this. */
    private static Set<String> tables(String what, String kind) throws SQLException {
        Set<String> tables = new HashSet<>();
        try (Connection connection = DATABASE.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select %s from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and c.relkind in ('r', 'p')
                          and split_part(obj_description(c.oid), ':', 1) %s
                        """.formatted(what, kind))) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
