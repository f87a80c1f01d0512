package dev.baton.platform.pdf;

import java.text.Bidi;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text as paper can hold it. Signs that only steer a screen (direction overrides, controls) go; a picture sign no font
 * has is printed as its name, "[wrapped present]". A letter no font has stays: then the document reads otherwise than
 * it was meant and does not leave, since half a name is worse than none.
 */
public final class PrintedText {

    private static final int FIRST_SKIN_TONE = 0x1F3FB;
    private static final int LAST_SKIN_TONE = 0x1F3FF;

    private PrintedText() {}

    /** The text to print; lines are parted by {@code \n}. */
    public static String of(String text) {
        String composed = Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Form.NFC);
        StringBuilder printed = new StringBuilder(composed.length());
        composed.codePoints().forEach(character -> append(printed, character));
        return printed.toString().strip();
    }

    /** {@link #of} where there is a text; null stays null. */
    public static @Nullable String ofNullable(@Nullable String text) {
        String printed = text == null ? null : of(text);
        return printed == null || printed.isEmpty() ? null : printed;
    }

    /** {@code rtl} when the first letter that has a direction runs from right to left, else {@code ltr}. */
    public static String direction(String text) {
        return text.isEmpty() || new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                ? "ltr"
                : "rtl";
    }

    private static void append(StringBuilder printed, int character) {
        if (character == '\n') {
            printed.append('\n');
        } else if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            printed.append(' ');
        } else if (!isSilent(character)) {
            if (Letters.shown(character) || Character.isLetterOrDigit(character) || isMark(character)) {
                printed.appendCodePoint(character);
            } else {
                printed.append(inWords(character));
            }
        }
    }

    private static String inWords(int character) {
        String plainer = Normalizer.normalize(Character.toString(character), Form.NFKC);
        if (plainer.codePoints().allMatch(Letters::shown)) {
            return plainer;
        }
        String name = Character.getName(character);
        return name == null ? "" : "[" + name.toLowerCase(Locale.ROOT) + "]";
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Steers a screen or means nothing outside of one system. */
    private static boolean isSilent(int character) {
        boolean variation = character >= 0xFE00 && character <= 0xFE0F;
        boolean skinTone = character >= FIRST_SKIN_TONE && character <= LAST_SKIN_TONE;
        if (variation || skinTone) {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
