package dev.baton.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.DatabaseAccess.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The embedded server another Baton runs on a data folder, found by what it wrote there. */
public final class RunningPostgres {

    /** The line of {@code postmaster.pid} that holds the port, counted from 0 (PostgreSQL, miscadmin.h). */
    private static final int PORT_LINE = 3;

    private RunningPostgres() {}

    /** How Baton's roles sign in there; empty when no server was started on this folder. */
    public static Optional<DatabaseAccess> of(Path dataFolder) {
        Path pidFile = dataFolder.resolve("pg" + Bundle.MAJOR_VERSION).resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(pidFile, UTF_8);
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            Passwords passwords = Passwords.keptIn(dataFolder.resolve("secrets"), true);
            return Optional.of(new DatabaseAccess(
                    "jdbc:postgresql://127.0.0.1:%s/%s"
                            .formatted(lines.get(PORT_LINE).strip(), DatabaseRoles.DATABASE),
                    Arrays.stream(Role.values()).collect(Collectors.toMap(Function.identity(), passwords::of))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + pidFile, e);
        }
    }
}
