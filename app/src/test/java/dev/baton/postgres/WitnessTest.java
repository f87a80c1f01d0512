package dev.baton.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.DatabaseAccess.Role;
import dev.baton.platform.MerchantId;
import dev.baton.platform.NumberWitness;
import dev.baton.platform.Numbers;
import dev.baton.testing.Repository;
import dev.baton.testing.TestDatabase;
import dev.baton.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.FileSystemUtils;

/** A database that was put back never hands out a number again, whatever it remembers (D12). */
class WitnessTest {

    private static final String SERIES = "sales_order";

    @TempDir
    Path folder;

    private final MerchantId merchant = new MerchantId(UUID.randomUUID());

    private Path file() {
        return folder.resolve("data.witness");
    }

    private static DataSource app(DatabaseAccess access) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(access.jdbcUrl());
        source.setUser(Role.APP.user());
        source.setPassword(access.passwords().get(Role.APP));
        return source;
    }

    private static Numbers numbers(DatabaseAccess access, NumberWitness witness) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("witness", witness);
        return new Numbers(app(access), beans.getBeanProvider(NumberWitness.class));
    }

    /** As one run of Baton: opens the witness, takes numbers, closes. */
    private List<String> run(DatabaseAccess access, int count) {
        try (Witness witness = Witness.open(file(), access)) {
            return numbers(access, witness).take(merchant, SERIES, count);
        }
    }

    @Test
    void aFirstStartMakesTheWitnessAndTheNextOnesAgreeWithIt() throws IOException {
        try (TestDatabase database = TestPostgres.migrated()) {
            List<String> seen = new ArrayList<>(run(database.access(), 250));
            assertThat(Files.readString(file())).contains("block " + merchant + " sales_order 1401");

            seen.addAll(run(database.access(), 250));

            assertThat(seen).doesNotHaveDuplicates().startsWith("1001").allMatch(number -> number.matches("\\d+"));
        }
    }

    @Test
    void anOlderCopyOfTheDatabasePrintsALetterAndReusesNoNumber() throws SQLException {
        try (TestDatabase database = TestPostgres.migrated()) {
            List<String> seen = new ArrayList<>(run(database.access(), 150));
            try (TestDatabase older = copyOf(database)) {
                seen.addAll(run(database.access(), 150));

                List<String> after = run(older.access(), 150);
                assertThat(after).allMatch(number -> number.matches("A\\d+"));
                seen.addAll(after);
                seen.addAll(run(older.access(), 150));
                assertThat(seen).doesNotHaveDuplicates();
                assertThat(seen.getLast()).startsWith("A");
            }
        }
    }

    @Test
    void theEpochStaysInTheDatabaseWhenTheWitnessIsLostAfterwards() throws SQLException, IOException {
        try (TestDatabase database = TestPostgres.migrated()) {
            run(database.access(), 1);
            try (TestDatabase older = copyOf(database)) {
                run(database.access(), 201);
                Witness.open(file(), older.access()).close();
                Files.delete(file());

                assertThat(run(older.access(), 1).getFirst()).startsWith("A");
            }
        }
    }

    @Test
    void aPurchaseOrderOfAnOrderFromBeforeBeginsWithTheLetterToo() throws SQLException {
        try (TestDatabase database = TestPostgres.migrated()) {
            String order = run(database.access(), 1).getFirst();
            try (Witness same = Witness.open(file(), database.access())) {
                assertThat(numbers(database.access(), same).ofToday(merchant, order))
                        .isEqualTo("1001");
            }
            try (TestDatabase older = copyOf(database)) {
                run(database.access(), 201);
                try (Witness witness = Witness.open(file(), older.access())) {
                    Numbers numbers = numbers(older.access(), witness);
                    assertThat(numbers.ofToday(merchant, order)).isEqualTo("A1001");
                    assertThat(numbers.ofToday(merchant, "A1201")).isEqualTo("A1201");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cluster 1 1 0,                 1",
        "cluster - 9 0,                 1",
        "cluster - 0 9000000000000000,  1",
        "cluster - 0 0,                 0",
    })
    void anotherClusterAnotherTimelineOrALogThatEndsEarlierRaisesTheEpoch(String remembered, int epoch)
            throws IOException {
        try (TestDatabase database = TestPostgres.migrated()) {
            Files.writeString(file(), "epoch 0\n" + remembered + "\n");

            try (Witness witness = Witness.open(file(), database.access())) {
                assertThat(witness.epoch()).isEqualTo(epoch);
            }
            try (Witness again = Witness.open(file(), database.access())) {
                assertThat(again.epoch()).isEqualTo(epoch);
            }
        }
    }

    @Test
    void aLineCutShortByACrashIsPassedOverAndAnythingElseRefused() throws IOException {
        try (TestDatabase database = TestPostgres.migrated()) {
            run(database.access(), 1);
            String whole = Files.readString(file());
            Files.writeString(file(), whole + "block " + merchant + " sales_order 99");
            assertThat(run(database.access(), 1).getFirst()).isEqualTo("1201");

            Files.writeString(file(), "photos of the dog\n");
            assertThatThrownBy(() -> Witness.open(file(), database.access()))
                    .isInstanceOf(PostgresUnavailable.class)
                    .hasMessageContaining(file().toString())
                    .hasMessageContaining("BATON_WITNESS");
        }
    }

    /** With real files: stop, copy, go on, put the copy back. No block was taken meanwhile; the log tells. */
    @Test
    void aDataFolderReplacedByAnOlderCopyIsKnownByItsLog() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        PostgresSettings settings =
                PostgresSettings.durable().withProgramsIn(Repository.root().resolve("app/target/pgbin"));
        List<String> seen = new ArrayList<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, settings)) {
            DatabaseAccess access = postgres.access();
            Flyway.configure()
                    .dataSource(
                            access.jdbcUrl(),
                            Role.OWNER.user(),
                            access.passwords().get(Role.OWNER))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            seen.addAll(run(access, 150));
        }
        Path copy = folder.resolve("copy");
        copy(data, copy);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, settings)) {
            assertThat(witnessed(postgres.access())).isZero();
            write(postgres.access());
            assertThat(witnessed(postgres.access())).isZero();
        }
        FileSystemUtils.deleteRecursively(data);
        Files.move(copy, data);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, settings)) {
            seen.addAll(run(postgres.access(), 150));
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.getLast()).startsWith("A");
    }

    /** Owners and permissions included: PostgreSQL insists on them. */
    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        int code = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    private int witnessed(DatabaseAccess access) {
        try (Witness witness = Witness.open(file(), access)) {
            return witness.epoch();
        }
    }

    /** Work that takes no number. */
    private void write(DatabaseAccess access) {
        try (Connection connection = app(access).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("begin");
            statement.execute("set local baton.merchant = '" + merchant + "'");
            statement.execute("update number_block set epoch = epoch where merchant_id = '" + merchant + "'");
            statement.execute("commit");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestDatabase copyOf(TestDatabase database) throws SQLException {
        String name = database.name() + "_older";
        try (TestDatabase beside = TestPostgres.empty();
                Connection superuser = beside.connectAsSuperuser()) {
            DatabaseRoles.createDatabase(superuser, name, database.name());
        }
        return new TestDatabase(database.server(), name);
    }
}
