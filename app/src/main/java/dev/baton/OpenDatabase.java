package dev.baton;

import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.NumberWitness;
import dev.baton.postgres.DataFolderLock;
import dev.baton.postgres.Witness;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A database that was compared with the witness of its numbers, and the witness that goes on watching it. */
final class OpenDatabase implements AutoCloseable {

    private static final long LOOK_EVERY_SECONDS = 60;

    private final BatonDatabase database;
    private final @Nullable Witness witness;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("witness").daemon().factory());

    private OpenDatabase(BatonDatabase database, @Nullable Witness witness) {
        this.database = database;
        this.witness = witness;
        if (witness != null) {
            var _ = watch.scheduleWithFixedDelay(
                    witness::look, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    /**
     * Opens both in a data folder this process holds; it is given back with them, also when they do not open.
     *
     * @param witness the witness's file; empty = none is kept
     * @throws dev.baton.postgres.PostgresUnavailable with what to do
     */
    static OpenDatabase open(DataFolderLock folder, RunSettings settings, Optional<Path> witness) {
        BatonDatabase database = BatonDatabase.open(folder, settings.databaseUrl());
        try {
            return new OpenDatabase(
                    database,
                    witness.map(file -> Witness.open(file, database.access())).orElse(null));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    DatabaseAccess access() {
        return database.access();
    }

    NumberWitness witness() {
        return witness == null ? NumberWitness.none() : witness;
    }

    /** Call when nobody writes any more. */
    @Override
    public void close() {
        watch.shutdownNow();
        try {
            if (witness != null) {
                witness.close();
            }
        } finally {
            database.close();
        }
    }
}
