package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.testing.Repository;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the supplier's pages: every language has all of them, and none stands there unused. */
class WordsTest {

    private static final Path MAIN = Repository.root().resolve("app/src/main");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    /** Keys whose end is known only at run time. */
    private static final List<String> OPEN_ENDED = List.of("why.", "state.", "reason.", "done.", "note.");

    @Test
    void everyLanguageHasTheSameKeysAndPlaces() throws IOException {
        Map<String, Properties> languages = languages();
        assertThat(languages).containsKeys("en", "de", "fr", "es");
        Properties english = Objects.requireNonNull(languages.get("en"));

        languages.forEach((language, words) -> {
            assertThat(new TreeSet<>(words.stringPropertyNames()))
                    .as(language)
                    .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
            for (String key : english.stringPropertyNames()) {
                assertThat(places(words.getProperty(key)))
                        .as(language + " " + key)
                        .isEqualTo(places(english.getProperty(key)));
                assertThat(words.getProperty(key)).as(language + " " + key).isNotBlank();
            }
        });
    }

    @Test
    void noKeyIsUnused() throws IOException {
        String sources = sources();

        assertThat(Objects.requireNonNull(languages().get("en")).stringPropertyNames())
                .allSatisfy(key -> assertThat(sources.contains("\"" + key + "\"")
                                || key.matches("(unknown|foreign|too-many|unprintable)\\.(title|text)")
                                || OPEN_ENDED.stream()
                                        .anyMatch(start ->
                                                key.startsWith(start) && sources.contains("\"" + start + "\" +")))
                        .as(key + " is used")
                        .isTrue());
    }

    @Test
    void everyActAndReasonHasItsWords() {
        Words words = Words.of(List.of("en"));
        for (LinkActs.Act act : LinkActs.Act.values()) {
            assertThat(words.say("done." + act.word())).isNotBlank();
        }
        for (dev.baton.orders.RejectReason reason : dev.baton.orders.RejectReason.values()) {
            assertThat(words.say("reason." + reason.name().toLowerCase(java.util.Locale.ROOT)))
                    .isNotBlank();
        }
        for (dev.baton.orders.StoreReason why : dev.baton.orders.StoreReason.values()) {
            assertThat(words.say("why." + why.name().toLowerCase(java.util.Locale.ROOT)))
                    .isNotBlank();
        }
        for (dev.baton.purchasing.PurchaseOrderStatus status : dev.baton.purchasing.PurchaseOrderStatus.values()) {
            if (status.begun()) {
                assertThat(words.say("state." + status.name().toLowerCase(java.util.Locale.ROOT)))
                        .isNotBlank();
            }
        }
    }

    @Test
    void takesTheFirstLanguageItHasWordsOf() {
        assertThat(Words.of(List.of("pt-BR", "de-AT", "en")).language()).isEqualTo("de");
        assertThat(Words.of(List.of("../secret", "xx")).language()).isEqualTo("en");
        assertThat(Words.of(List.of()).language()).isEqualTo("en");
    }

    @Test
    void refusesAKeyItDoesNotHave() {
        assertThatThrownBy(() -> Words.of(List.of("en")).say("no.such.key")).isInstanceOf(IllegalStateException.class);
    }

    private static Map<String, Properties> languages() throws IOException {
        Map<String, Properties> languages = new TreeMap<>();
        Pattern name = Pattern.compile("supplier_page_([a-z]{2})\\.properties");
        try (Stream<Path> files = Files.list(MAIN.resolve("resources/messages"))) {
            for (Path file : files.toList()) {
                Matcher matcher = name.matcher(file.getFileName().toString());
                if (matcher.matches()) {
                    Properties words = new Properties();
                    try (Reader reader = Files.newBufferedReader(file)) {
                        words.load(reader);
                    }
                    languages.put(matcher.group(1), words);
                }
            }
        }
        return languages;
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    private static String sources() throws IOException {
        try (Stream<Path> java = Files.walk(MAIN.resolve("java/dev/baton/portal"));
                Stream<Path> templates = Files.walk(MAIN.resolve("templates/portal"))) {
            return Stream.concat(java, templates)
                    .filter(Files::isRegularFile)
                    .map(WordsTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
