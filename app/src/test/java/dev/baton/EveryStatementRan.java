package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.DataRules.Breach;
import dev.baton.architecture.SqlStatements;
import dev.baton.testing.Chromium;
import dev.baton.testing.Repository;
import dev.baton.testing.StatementsSeen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The last question of a whole run, asked by the build in a JVM of its own: a statement that no test has run is judged by
 * its text alone, and that is not enough. Its name keeps it out of the run it asks about.
 */
class EveryStatementRan {

    @Test
    void everyStatementOfTheClassesRanInSomeTest() throws IOException {
        assumeTrue(System.getProperty("test") == null, "only some tests were asked for");
        assumeTrue(Chromium.isWanted(), "the browser tests, which run some that no other does, were left out");
        List<String> seen = StatementsSeen.NOTES.read();
        assumeTrue(!seen.isEmpty(), "no test used a database");
        List<Breach> never = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Repository.root().resolve("app/src/main/java/dev/baton"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.toString().contains("/postgres/"))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                never.addAll(DataRules.neverRun(name, SqlStatements.of(Files.readString(file)), seen));
            }
        }
        assertThat(never).isEmpty();
    }
}
