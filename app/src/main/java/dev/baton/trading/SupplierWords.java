package dev.baton.trading;

import dev.baton.platform.LocalMoney;
import dev.baton.suppliers.SupplierLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The words a supplier reads, in one language, from the file that {@link SupplierLanguage} names. */
final class SupplierWords {

    private static final Map<String, SupplierWords> READ = new ConcurrentHashMap<>();

    private final Properties words;
    private final Locale locale;

    private SupplierWords(String language) {
        this.words = read(language);
        this.locale = Locale.forLanguageTag(language);
    }

    /** The words of a language, or of the default one where its file is gone. */
    static SupplierWords of(String language) {
        String known = SupplierLanguage.isKnown(language) ? language : SupplierLanguage.DEFAULT;
        return READ.computeIfAbsent(known, SupplierWords::new);
    }

    String language() {
        return locale.getLanguage();
    }

    /**
     * What is said under a key, with {@code {0}}, {@code {1}} … filled in.
     *
     * @throws IllegalArgumentException when there is no such key
     */
    String say(String key, Object... parts) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        StringBuilder said = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            said.append(text, from, open).append(parts[Integer.parseInt(text.substring(open + 1, close))]);
            from = close + 1;
        }
        return said.append(text, from, text.length()).toString();
    }

    /** A day and time of day in the reader's zone, with the zone's short name. */
    String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(zone)
                        .format(at)
                + " "
                + DateTimeFormatter.ofPattern("zzz", locale).withZone(zone).format(at);
    }

    /** A unit cost in 10⁻⁶ of its currency, as people of the language write it. */
    String cost(long micros, String currency) {
        return LocalMoney.ofMicros(micros, currency, locale);
    }

    /** Every key, for comparing languages. */
    Set<String> keys() {
        return words.stringPropertyNames();
    }

    private static Properties read(String language) {
        try (InputStream file = SupplierLanguage.class.getResourceAsStream(SupplierLanguage.file(language))) {
            if (file == null) {
                throw new IllegalStateException("no words of " + language);
            }
            Properties words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
