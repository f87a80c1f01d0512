package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Timelines say what happened in words of the trade, not in the names of our classes. */
class ActWordsTest {

    private static final Path SOURCES = Path.of(System.getProperty("basedir", "."), "src", "main", "java");
    private static final Pattern RECORDED =
            Pattern.compile("new (?:AuditEntry|Closing\\.Act)\\(\\s*\"([A-Z][A-Za-z]*[a-z][A-Za-z]*)\"");

    @Test
    void everyActThatIsRecordedHasWords() throws IOException {
        Set<String> acts = recorded();

        assertThat(acts).hasSizeGreaterThan(80);
        assertThat(acts)
                .allSatisfy(act -> assertThat(StaffWords.act(act))
                        .as(act)
                        .isNotEqualTo(Character.toUpperCase(act.charAt(0))
                                + act.replaceAll("([a-z])([A-Z])", "$1 $2")
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .substring(1)));
    }

    private static Set<String> recorded() throws IOException {
        Set<String> acts = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = RECORDED.matcher(Files.readString(file));
                while (matcher.find()) {
                    acts.add(matcher.group(1));
                }
            }
        }
        return acts;
    }
}
