package dev.baton;

import dev.baton.platform.DatabaseAccess;
import dev.baton.postgres.DataFolderLock;
import dev.baton.postgres.EmbeddedPostgres;
import dev.baton.postgres.GivenPostgres;
import dev.baton.postgres.PostgresSettings;
import java.nio.file.Path;
import java.util.Optional;

/** The database of this process: the embedded one, or an operator's own. */
sealed interface BatonDatabase extends AutoCloseable {

    /** How Baton's roles sign in. */
    DatabaseAccess access();

    @Override
    void close();

    /**
     * Opens it; it holds the data folder for this process until it is closed.
     *
     * @throws dev.baton.postgres.PostgresUnavailable with what to do
     */
    static BatonDatabase open(Path dataFolder, Optional<String> url) {
        return open(DataFolderLock.acquire(dataFolder), url);
    }

    /** The same in a folder this process holds already; it is given back with the database, also when it does not open. */
    static BatonDatabase open(DataFolderLock lock, Optional<String> url) {
        if (url.isEmpty()) {
            return new Embedded(EmbeddedPostgres.start(lock, settings()));
        }
        try {
            return new Given(lock, GivenPostgres.prepare(url.get(), lock.folder()));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Data folders may share one copy of PostgreSQL's programs: the launcher keeps it beside the build. */
    private static PostgresSettings settings() {
        String programs = System.getenv().getOrDefault("BATON_PROGRAMS", "");
        PostgresSettings durable = PostgresSettings.durable();
        return programs.isBlank() ? durable : durable.withProgramsIn(Path.of(programs));
    }

    /** PostgreSQL in the box. */
    record Embedded(EmbeddedPostgres postgres) implements BatonDatabase {

        @Override
        public DatabaseAccess access() {
            return postgres.access();
        }

        @Override
        public void close() {
            postgres.close();
        }
    }

    /** A PostgreSQL somebody else runs; only the data folder is ours. */
    record Given(DataFolderLock lock, DatabaseAccess access) implements BatonDatabase {

        @Override
        public void close() {
            lock.close();
        }
    }
}
