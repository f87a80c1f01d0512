package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents tell a person to type or to read in the tests is there. {@link TrapsTest} reads the table of traps. */
class DocumentsTest {

    private static final Path ROOT = Repository.root();
    private static final Pattern COMMAND = Pattern.compile("-D(?:it\\.)?test=([\\w,.*#+?!%$]+)");
    private static final Pattern IN_WORDS = Pattern.compile("`([A-Z]\\w*Test)(?:#\\w+)?`");

    @Test
    void everyTestThatACommandOrASentenceNamesIsThere() throws IOException {
        List<Path> documents = documents();
        Set<String> classes = classes();
        List<String> missing = new ArrayList<>();
        for (Path document : documents) {
            named(Files.readString(document)).stream()
                    .filter(name -> !classes.contains(name))
                    .forEach(name -> missing.add(ROOT.relativize(document) + " names " + name));
        }

        assertThat(missing).isEmpty();
        assertThat(named(Files.readString(ROOT.resolve("CONTRIBUTING.md"))))
                .contains("SourcingTest", "CrashPointsTest", "TrackingNumbersTest");
    }

    @Test
    void noticesATestInACommandThatIsNotThere() throws IOException {
        assertThat(named("mvn test -Dtest=NowhereTest,SourcingTest#one+two \\\n  -q"))
                .containsExactly("NowhereTest", "SourcingTest");
        assertThat(named("as `ElsewhereTest` does")).containsExactly("ElsewhereTest");
        assertThat(classes()).contains("SourcingTest").doesNotContain("NowhereTest", "ElsewhereTest");
    }

    /** The classes of tests that commands and sentences of the text name. */
    private static Set<String> named(String text) {
        Set<String> named = new TreeSet<>();
        COMMAND.matcher(text)
                .results()
                .forEach(command -> Stream.of(command.group(1).split(",", -1))
                        .map(one -> one.replaceFirst("#.*", ""))
                        .map(one -> one.substring(one.lastIndexOf('.') + 1))
                        .forEach(named::add));
        IN_WORDS.matcher(text).results().forEach(word -> named.add(word.group(1)));
        return named;
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (Path place : List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve(".ci"))) {
            int depth = place.endsWith("docs") ? Integer.MAX_VALUE : 1;
            try (Stream<Path> files = Files.walk(place, depth)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> file.toString().endsWith(".md") || file.startsWith(ROOT.resolve(".ci")))
                        .forEach(documents::add);
            }
        }
        return documents;
    }

    private static Set<String> classes() throws IOException {
        Set<String> classes = new TreeSet<>();
        for (String part : List.of("app", "world")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(part + "/src/test/java"))) {
                classes.addAll(files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .map(name -> name.replace(".java", ""))
                        .collect(Collectors.toSet()));
            }
        }
        return classes;
    }
}
