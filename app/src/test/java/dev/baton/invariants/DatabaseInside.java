package dev.baton.invariants;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** The embedded PostgreSQL of a data folder, looked at and mishandled from outside. */
public final class DatabaseInside {

    private static final int LINE_OF_THE_PORT = 3;

    private final Path folder;

    /** Of this data folder; it need not run yet. */
    public DatabaseInside(Path folder) {
        this.folder = folder;
    }

    /** A superuser's connection, past row-level security. */
    public Connection connect() throws IOException, SQLException {
        Properties secrets = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve("secrets/database.properties"))) {
            secrets.load(file);
        }
        String url =
                "jdbc:postgresql://127.0.0.1:" + pidFile().get(LINE_OF_THE_PORT).strip() + "/baton";
        return DriverManager.getConnection(url, "postgres", secrets.getProperty("postgres"));
    }

    /** Makes the next start of the server fail, until {@link #mend}. */
    public void spoil() throws IOException {
        Files.writeString(ownSettings(), "this_is = 'no setting of PostgreSQL'\n");
    }

    /** Lets the server start again. */
    public void mend() throws IOException {
        Files.writeString(ownSettings(), "");
    }

    /** Kills the server's first process with signal 9; its children notice and end. */
    public void kill() throws IOException {
        ProcessHandle server =
                ProcessHandle.of(Long.parseLong(pidFile().getFirst().strip())).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    private Path ownSettings() {
        return folder.resolve("pg18/postgresql.local.conf");
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(folder.resolve("pg18/postmaster.pid"));
    }
}
