package dev.baton.trading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every mail to a supplier shows around its content.
 *
 * @param title also its subject
 * @param number the purchase order's, which the title names and which stays on one line
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
        String number,
        String brand,
        String accent,
        String ink,
        List<MailButton> buttons,
        String ask,
        String askInText,
        String replies,
        @Nullable String footer) {

    /** What the title says before the number. */
    public String beforeNumber() {
        return title.substring(0, at());
    }

    /** What it says after the number. */
    public String afterNumber() {
        return title.substring(Math.min(title.length(), at() + number.length()));
    }

    private int at() {
        int found = title.indexOf(number);
        return found < 0 ? title.length() : found;
    }

    /** The same under another title. */
    MailHead titled(String other) {
        return new MailHead(language, other, number, brand, accent, ink, buttons, ask, askInText, replies, footer);
    }
}
