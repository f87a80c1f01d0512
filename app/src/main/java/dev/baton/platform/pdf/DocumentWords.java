package dev.baton.platform.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of one kind of document in one language: {@code messages/{kind}_{language}.properties}. Adding a language
 * is adding its file.
 *
 * @param language ISO 639-1 in lower case
 */
public record DocumentWords(String language, Map<String, String> words) {

    private static final String FOLDER = "/messages/";
    private static final String NEUTRAL = "en";
    private static final int LONGEST_TAG = 35;
    private static final Map<String, DocumentWords> READ = new ConcurrentHashMap<>();

    /** The words in the language of a tag such as {@code de-AT}; English where there are none. */
    public static DocumentWords of(String kind, @Nullable String tag) {
        Optional<DocumentWords> asked = tag == null || tag.length() > LONGEST_TAG
                ? Optional.empty()
                : read(kind, Locale.forLanguageTag(tag.replace('_', '-')).getLanguage());
        return asked.or(() -> read(kind, NEUTRAL)).orElseThrow(() -> new IllegalStateException("no words for " + kind));
    }

    /** The word for a key. */
    public String of(String key) {
        String word = words.get(key);
        if (word == null) {
            throw new IllegalStateException("no word for " + key + " in " + language);
        }
        return word;
    }

    /** How dates and numbers are written in this language. */
    public Locale locale() {
        return Locale.of(language);
    }

    private static Optional<DocumentWords> read(String kind, String language) {
        // only what is there is kept, so that invented languages fill no memory
        return language.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(READ.computeIfAbsent(kind + "_" + language, file -> load(file, language)));
    }

    private static @Nullable DocumentWords load(String file, String language) {
        try (InputStream in = DocumentWords.class.getResourceAsStream(FOLDER + file + ".properties")) {
            if (in == null) {
                return null;
            }
            Properties read = new Properties();
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new DocumentWords(
                    language,
                    read.stringPropertyNames().stream()
                            .collect(Collectors.toUnmodifiableMap(key -> key, read::getProperty)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
