package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of traps tells the truth: whatever test it names is a method of the class it names. */
class TrapsTest {

    private static final Path TABLE = Repository.root().resolve("docs/traps.md");
    private static final Path TESTS = Repository.root().resolve("app/src/test/java");

    /** A class, with a link or without; a method of the class named last. */
    private static final Pattern NAMED =
            Pattern.compile("\\[(?<linked>\\w+)]\\((?<path>[^)]+)\\)|\\b(?<plain>[A-Z]\\w+Test)\\b|`(?<method>\\w+)`");

    @Test
    void everyTestTheTableNamesIsThere() throws IOException {
        List<String> wrong = breaches(Files.readAllLines(TABLE));

        assertThat(wrong).isEmpty();
    }

    @Test
    void noticesATestThatIsNotThere() throws IOException {
        assertThat(breaches(List.of("| trap | test |", "|---|---|", "| A trap | TrapsTest `noSuchMethod` |")))
                .containsExactly("A trap: TrapsTest has no test noSuchMethod");
        assertThat(breaches(List.of("| A trap | NowhereTest `any` |")))
                .first()
                .asString()
                .contains("no class NowhereTest");
        assertThat(breaches(List.of("| A trap | [TrapsTest](../app/src/test/java/dev/TrapsTest.java) |")))
                .containsExactly("A trap: the link to TrapsTest leads nowhere");
        assertThat(breaches(List.of("| A trap | TrapsTest `isTest` |")))
                .as("a method that is no test")
                .containsExactly("A trap: TrapsTest has no test isTest");
        assertThat(breaches(List.of("| A trap | none yet |"))).containsExactly("A trap: names no test");
        assertThat(breaches(List.of("| A trap | TrapsTest `everyTestTheTableNamesIsThere` |")))
                .isEmpty();
    }

    private static List<String> breaches(List<String> lines) throws IOException {
        Map<String, Path> classes = classes();
        List<String> breaches = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split("\\|", -1);
            if (cells.length != 4
                    || cells[1].isBlank()
                    || cells[1].contains("---")
                    || cells[2].strip().equals("test")) {
                continue;
            }
            check(cells[1].strip(), cells[2], classes, breaches);
        }
        return breaches;
    }

    private static void check(String trap, String named, Map<String, Path> classes, List<String> breaches)
            throws IOException {
        String current = "";
        boolean any = false;
        Matcher found = NAMED.matcher(named);
        while (found.find()) {
            any = true;
            if (found.group("method") == null) {
                current = found.group("linked") == null ? found.group("plain") : found.group("linked");
                if (!classes.containsKey(current)) {
                    breaches.add(trap + ": no class " + current);
                }
                if (found.group("path") != null && !Files.exists(TABLE.resolveSibling(found.group("path")))) {
                    breaches.add(trap + ": the link to " + current + " leads nowhere");
                }
            } else if (!classes.containsKey(current)
                    || !isTest(Files.readString(classes.get(current)), found.group("method"))) {
                breaches.add(trap + ": " + current + " has no test " + found.group("method"));
            }
        }
        if (!any) {
            breaches.add(trap + ": names no test");
        }
    }

    /** A method that JUnit runs: what stands between it and the blank line above says so. */
    private static boolean isTest(String source, String method) {
        int at = source.indexOf("void " + method + "(");
        if (at < 0) {
            return false;
        }
        String marks = source.substring(Math.max(0, source.lastIndexOf("\n\n", at)), at);
        return Stream.of("@Test", "@ParameterizedTest", "@RepeatedTest").anyMatch(marks::contains);
    }

    private static Map<String, Path> classes() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }
}
