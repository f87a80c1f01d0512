package dev.baton.notifications;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The words customers read, in one language: {@code messages/customer_{language}.properties}. Adding a language is
 * adding its file and its tag in {@code messages/customer.languages}.
 */
public final class CustomerWords {

    private static final String FOLDER = "/messages/";
    private static final String LAST_RESORT = "en";
    private static final Map<String, CustomerWords> BY_LANGUAGE = load();

    private final String language;
    private final Properties words;
    private final Locale locale;

    private CustomerWords(String language, Properties words, Locale locale) {
        this.language = language;
        this.words = words;
        this.locale = locale;
    }

    /** Languages there are words in, in the order a page offers them. */
    public static List<String> languages() {
        return List.copyOf(BY_LANGUAGE.keySet());
    }

    /**
     * The words for the first of the wishes there is a file for, English for none.
     *
     * @param wishes language tags such as {@code de-AT} or {@code pt_BR}; null and unreadable ones are passed over
     */
    public static CustomerWords of(@Nullable String... wishes) {
        for (String wish : wishes) {
            if (wish != null) {
                Locale locale = Locale.forLanguageTag(wish.strip().replace('_', '-'));
                CustomerWords found = BY_LANGUAGE.get(locale.getLanguage());
                if (found != null) {
                    return new CustomerWords(found.language, found.words, locale);
                }
            }
        }
        return BY_LANGUAGE.getOrDefault(
                LAST_RESORT, BY_LANGUAGE.values().iterator().next());
    }

    /** ISO 639-1 tag of the words. */
    public String language() {
        return language;
    }

    /** What the language calls itself. */
    public String nameOf(String other) {
        CustomerWords words = BY_LANGUAGE.get(other);
        return words == null ? other : words.say("language.name");
    }

    /**
     * The words of a key with {@code {0}}, {@code {1}} … filled in.
     *
     * @throws IllegalArgumentException when there is no such key
     */
    public String say(String key, Object... parts) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no words in " + language + " for " + key);
        }
        StringBuilder filled = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            filled.append(text, from, open).append(parts[Integer.parseInt(text.substring(open + 1, close))]);
            from = close + 1;
        }
        return filled.append(text, from, text.length()).toString();
    }

    /** A day as people of the language and country write it. */
    public String day(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(zone)
                .format(at);
    }

    /** A day of the calendar, whatever the zone. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    /** A day and a time of day. */
    public String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(at);
    }

    /** An amount as people of the language and country write it. */
    String money(long minor, String code) {
        Currency currency = Currency.getInstance(code);
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(minor, digits));
    }

    /** Every key, for comparing languages. */
    java.util.Set<String> keys() {
        return words.stringPropertyNames();
    }

    /** The words of a key as they stand in the file. */
    String plain(String key) {
        return words.getProperty(key, "");
    }

    private static Map<String, CustomerWords> load() {
        Map<String, CustomerWords> all = new LinkedHashMap<>();
        for (String tag : read("customer.languages").stringPropertyNames().stream()
                .sorted()
                .toList()) {
            all.put(tag, new CustomerWords(tag, read("customer_" + tag + ".properties"), Locale.forLanguageTag(tag)));
        }
        return all;
    }

    private static Properties read(String name) {
        try (InputStream file = CustomerWords.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("no file " + FOLDER + name);
            }
            Properties words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
