package dev.baton.shopper;

import dev.baton.merchants.Brand;
import dev.baton.notifications.CustomerWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is around every page of a customer; public for the templates only.
 *
 * @param brand null where it is not known whose page this is
 * @param logo path of the brand's logo; null = its name stands in its place
 * @param nonce under which the style sheet of this very page is allowed
 * @param languages what the page can be read in
 */
public record Frame(
        CustomerWords words,
        String title,
        @Nullable Brand brand,
        @Nullable String logo,
        String nonce,
        List<Language> languages) {

    private static final String NEUTRAL_ACCENT = "#1f2937";
    private static final String NEUTRAL_INK = "#ffffff";

    /** A language to choose; {@code path} shows the same page in it. */
    public record Language(String tag, String name, String path, boolean chosen) {}

    /** {@code #rrggbb}. */
    public String accent() {
        return brand == null ? NEUTRAL_ACCENT : brand.accentColour();
    }

    /** {@code #rrggbb}, readable on the accent. */
    public String ink() {
        return brand == null ? NEUTRAL_INK : brand.inkOnAccent();
    }
}
