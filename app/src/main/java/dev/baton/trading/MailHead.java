package dev.baton.trading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every mail to a supplier shows around its content.
 *
 * @param title also its subject
 * @param accent {@code #rrggbb} of the brand, {@code ink} is read on it
 * @param buttons empty when nobody outside reaches this Baton
 * @param ask how to answer
 * @param askInText the same for readers of the text
 * @param replies where a person reads
 * @param footer null = none
 */
public record MailHead(
        String language,
        String title,
        String brand,
        String accent,
        String ink,
        List<MailButton> buttons,
        String ask,
        String askInText,
        String replies,
        @Nullable String footer) {

    /** The same under another title. */
    MailHead titled(String other) {
        return new MailHead(language, other, brand, accent, ink, buttons, ask, askInText, replies, footer);
    }
}
