package dev.baton.portal;

import dev.baton.platform.LocalMoney;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the supplier's pages say in one language: {@code messages/supplier_page_{language}.properties}. Another
 * language is another file.
 */
public final class Words {

    private static final int GRAMS_A_KILOGRAM = 1_000;

    static final String FALLBACK = "en";

    private static final Map<String, Words> READ = new ConcurrentHashMap<>();

    private final String language;
    private final Properties texts;

    private Words(String language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The first of the languages there is a file of, else English; BCP 47 tags, of which only the language counts. */
    static Words of(List<String> languages) {
        for (String tag : languages) {
            String language = Locale.forLanguageTag(tag).getLanguage();
            if (!language.isEmpty() && (READ.containsKey(language) || read(language) != null)) {
                return READ.computeIfAbsent(language, Words::existing);
            }
        }
        return READ.computeIfAbsent(FALLBACK, Words::existing);
    }

    private static Words existing(String language) {
        Properties texts = read(language);
        if (texts == null) {
            throw new IllegalStateException("the jar lacks the words of " + language);
        }
        return new Words(language, texts);
    }

    private static @Nullable Properties read(String language) {
        try (InputStream in = Words.class.getResourceAsStream("/messages/supplier_page_" + language + ".properties")) {
            if (in == null) {
                return null;
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** BCP 47 tag of the language. */
    public String language() {
        return language;
    }

    /**
     * The text of a key with {@code {0}}, {@code {1}} … replaced.
     *
     * @throws IllegalStateException when the language lacks the key
     */
    public String say(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no words for " + key + " in " + language);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** As {@link #say} with the number first: {@code key.one} for one, else {@code key.many}. */
    public String count(String key, int number) {
        return say(key + (number == 1 ? ".one" : ".many"), number);
    }

    /** An instant as people of the language write it, with its zone. */
    public String at(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale())
                        .format(instant.atZone(zone))
                + " " + DateTimeFormatter.ofPattern("z", locale()).format(instant.atZone(zone));
    }

    /** A weight as people of the language write it: below a kilogram in grams. */
    public String weight(int grams) {
        if (grams < GRAMS_A_KILOGRAM) {
            return grams + " g";
        }
        NumberFormat kilograms = NumberFormat.getNumberInstance(locale());
        kilograms.setMaximumFractionDigits(3);
        return kilograms.format(BigDecimal.valueOf(grams).movePointLeft(3)) + " kg";
    }

    /** A day as people of the language write it. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(day);
    }

    /** A unit cost in 10⁻⁶ of its currency, as people of the language write it. */
    public String money(long micros, String currency) {
        return LocalMoney.ofMicros(micros, currency, locale());
    }

    /** A country's name; the code itself where it is none. */
    public String country(@Nullable String code) {
        return code == null ? "" : code.length() == 2 ? Locale.of("", code).getDisplayCountry(locale()) : code;
    }

    private Locale locale() {
        return Locale.forLanguageTag(language);
    }
}
