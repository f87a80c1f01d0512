package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gates of the build, each shown to refuse a breach planted for it: modules beside ours, built by the same Maven with the
 * {@code pom.xml} of this repository, each with one breach; and one with all of them mended, which passes.
 */
@DisabledIfEnvironmentVariable(
        named = "BATON_TEST_DATABASE_URL",
        matches = ".+",
        disabledReason =
                "starts programs of its own with the PostgreSQL in their box; another server has nothing to add")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuildGatesTest {

    private static final String MARKED = """
            /** Planted. */
            @NullMarked
            package planted;

            import org.jspecify.annotations.NullMarked;
            """;

    private static final String LINT = """
            package planted;

            import java.util.List;

            /** Counts. */
            public final class Lint {
                private Lint() {}

                /** How many there are. */
                public static int count(List<?> all) {
                    return all.size();
                }
            }
            """;

    private static final String BUG = """
            package planted;

            /** Trims. */
            public final class Bug {
                private Bug() {}

                /** The text without what surrounds it. */
                public static String trimmed(String text) {
                    return text.strip();
                }
            }
            """;

    private static final String WARNED = """
            package planted;

            /** Decides. */
            public final class Warned {
                private Warned() {}

                /** Whether it is one, or two of them. */
                public static boolean isAny(boolean one, boolean two, boolean three) {
                    return one || (two && three);
                }
            }
            """;

    private static final String NULL = """
            package planted;

            import org.jspecify.annotations.Nullable;

            /** Finds. */
            public final class Null {
                private Null() {}

                /** The first, or nothing. */
                public static @Nullable String first(String... all) {
                    return all.length == 0 ? null : all[0];
                }
            }
            """;

    private static final String TIDY = """
            package planted;

            /** Adds. */
            public final class Tidy {
                private Tidy() {}

                /** The sum. */
                public static int sum(int one, int two) {
                    return one + two;
                }
            }
            """;

    @TempDir
    private static Path folder;

    private String said = "";

    @BeforeAll
    void build() throws IOException, InterruptedException {
        assumeTrue(isThere("mvn"), "no Maven on the path of this test, so that there is nothing to ask");
        Map<String, Map<String, String>> modules = new LinkedHashMap<>();
        modules.put("mended", Map.of("Lint", LINT, "Bug", BUG, "Warned", WARNED, "Null", NULL, "Tidy", TIDY));
        modules.put("lint", Map.of("Lint", LINT.replace("List<?>", "List")));
        modules.put("bug", Map.of("Bug", BUG.replace("return text.strip();", "text.strip();\n        return text;")));
        modules.put("warned", Map.of("Warned", WARNED.replace("(two && three)", "two && three")));
        modules.put("null", Map.of("Null", NULL.replace("@Nullable String first", "String first")));
        modules.put("untidy", Map.of("Tidy", TIDY.replace("one + two", "one+two")));
        plant(modules);
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(
                        "mvn",
                        "-B",
                        "-ntp",
                        "--fail-at-end",
                        "-f",
                        folder.resolve("planted").toString(),
                        "verify")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        said = Files.readString(log);
        assertThat(process.isAlive()).as(said).isFalse();
        assertThat(process.exitValue()).as(said).isNotZero();
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place).resolve(program)));
    }

    private static void plant(Map<String, Map<String, String>> modules) throws IOException {
        Files.copy(Repository.root().resolve("pom.xml"), folder.resolve("pom.xml"));
        write("planted/pom.xml", """
                <project><modelVersion>4.0.0</modelVersion>
                <groupId>planted</groupId><artifactId>planted</artifactId><version>1</version><packaging>pom</packaging>
                <modules>%s</modules></project>
                """.formatted(
                modules.keySet().stream().map("<module>%s</module>"::formatted).collect(Collectors.joining())));
        for (Map.Entry<String, Map<String, String>> module : modules.entrySet()) {
            String home = "planted/" + module.getKey() + "/";
            write(home + "pom.xml", """
                    <project><modelVersion>4.0.0</modelVersion>
                    <parent><groupId>dev.baton</groupId><artifactId>baton</artifactId><version>0.1.0-SNAPSHOT</version>
                    <relativePath>../../pom.xml</relativePath></parent>
                    <artifactId>planted-%s</artifactId>
                    <properties><baton.main-class>planted.Tidy</baton.main-class></properties>
                    <dependencies><dependency><groupId>org.jspecify</groupId><artifactId>jspecify</artifactId></dependency>
                    </dependencies></project>
                    """.formatted(module.getKey()));
            write(home + "src/main/java/planted/package-info.java", MARKED);
            for (Map.Entry<String, String> source : module.getValue().entrySet()) {
                write(home + "src/main/java/planted/" + source.getKey() + ".java", source.getValue());
            }
        }
    }

    private static void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** What Maven said about one module: while it built it, and at the end about its failure. */
    private String about(String module) {
        return Stream.of(said.split("< dev\\.baton:|(?=Failed to execute goal )", -1))
                .filter(part -> part.startsWith("planted-" + module + " ")
                        || part.lines().findFirst().orElse("").contains("on project planted-" + module + ":"))
                .collect(Collectors.joining());
    }

    /** The end of the whole, which says of each module whether it passed. */
    private String ended(String module) {
        return said.lines()
                .filter(line -> line.contains("planted-" + module + " ") && line.contains("...."))
                .findFirst()
                .orElseThrow(() -> new AssertionError(said));
    }

    @Test
    void whatIsMendedPassesAllOfThem() {
        assertThat(ended("mended")).as(said).contains("SUCCESS");
        assertThat(Stream.of("lint", "bug", "warned", "null", "untidy").map(this::ended))
                .allMatch(end -> end.contains("FAILURE"));
    }

    @Test
    void theCompilersOwnWarningsAreErrors() {
        assertThat(about("lint"))
                .contains("lint/src/main/java/planted/Lint.java:[10,", "[rawtypes] found raw type: List")
                .contains("warnings found and -Werror specified");
    }

    @Test
    void errorProneFindsABug() {
        assertThat(about("bug")).contains("bug/src/main/java/planted/Bug.java:[9,", "[ReturnValueIgnored]");
    }

    @Test
    void errorPronesWarningsAreErrorsAsWell() {
        assertThat(about("warned"))
                .contains("warned/src/main/java/planted/Warned.java:[9,", "[OperatorPrecedence]")
                .contains("warnings found and -Werror specified");
    }

    @Test
    void nullAwayFindsANullThatNobodyExpects() {
        assertThat(about("null"))
                .contains("null/src/main/java/planted/Null.java:[1", "[NullAway] returning @Nullable expression");
    }

    @Test
    void spotlessRefusesWhatIsNotFormattedAndNamesTheFile() {
        assertThat(about("untidy"))
                .contains("format violations", "src/main/java/planted/Tidy.java", "return·one·+·two;");
    }
}
