package dev.baton.postgres;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What may be chosen about the embedded PostgreSQL.
 *
 * @param port TCP port on 127.0.0.1; 0 takes a free one at each start
 * @param durability whether a committed transaction survives a power cut
 * @param programsFolder where PostgreSQL's programs are unpacked; {@code null} means {@code pgbin} in the data folder
 */
public record PostgresSettings(
        int port, Durability durability, @Nullable Path programsFolder) {

    /** Whether a commit waits for the disk. */
    public enum Durability {
        /** Every commit is on disk before it is answered. The only choice outside of tests. */
        FULL,
        /** Nothing waits for the disk: for tests that lose their database anyway. */
        NONE_FOR_TESTS
    }

    public PostgresSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A TCP port lies between 0 and 65535, not " + port);
        }
    }

    /** Durable, on any free port. */
    public static PostgresSettings durable() {
        return new PostgresSettings(0, Durability.FULL, null);
    }

    /** The same on a fixed port. */
    public PostgresSettings onPort(int fixedPort) {
        return new PostgresSettings(fixedPort, durability, programsFolder);
    }

    /** The same with the programs unpacked elsewhere, so that many data folders share them. */
    public PostgresSettings withProgramsIn(Path folder) {
        return new PostgresSettings(port, durability, folder);
    }

    /** The same without waiting for the disk; data is lost on a power cut. */
    public PostgresSettings forTestsThatMayLoseData() {
        return new PostgresSettings(port, Durability.NONE_FOR_TESTS, programsFolder);
    }
}
