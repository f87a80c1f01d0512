package dev.baton.platform.pdf;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares a printed document with what was meant, in reading order, and keeps the first difference. It names the
 * place, never the content: that may be a person's.
 */
public final class ReadBack {

    private final PdfReading reading;
    private int nextBlock;
    private @Nullable String difference;

    public ReadBack(PdfReading reading) {
        this.reading = reading;
        if (reading.outside()) {
            differs("a text runs out of the page and is cut off");
        }
    }

    /** The first difference in words; empty when the document says what was meant. */
    public Optional<String> difference() {
        return Optional.ofNullable(difference);
    }

    /** The next texts must contain this one as a whole block; null = nothing was meant here. */
    public void block(String place, @Nullable String meant) {
        String wanted = meant == null ? "" : comparable(PrintedText.of(meant));
        if (wanted.isEmpty()) {
            return;
        }
        for (int i = nextBlock; i < reading.blocks().size(); i++) {
            if (comparable(reading.blocks().get(i)).equals(wanted)) {
                nextBlock = i + 1;
                return;
            }
        }
        differs(place + " reads otherwise than it was meant");
    }

    /** How many rows there must be. */
    public void rows(String place, int meant) {
        if (reading.rows().size() != meant) {
            differs(place + " reads otherwise than it was meant");
        }
    }

    /** What a cell must say. */
    public void cell(String place, int row, int column, String meant) {
        List<String> cells = row < reading.rows().size() ? reading.rows().get(row) : List.of();
        String read = column < cells.size() ? cells.get(column) : "";
        if (!comparable(read).equals(comparable(PrintedText.of(meant)))) {
            differs(place + " reads otherwise than it was meant");
        }
    }

    private void differs(String what) {
        if (difference == null) {
            difference = what;
        }
    }

    /**
     * The letters of a text without what printing may change: spaces, line breaks, the shapes letters take beside each
     * other, invisible signs. Brackets turn round in text from right to left and are left out there.
     */
    static String comparable(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        String plain = Normalizer.normalize(text, Form.NFKC);
        boolean leftward = java.text.Bidi.requiresBidi(plain.toCharArray(), 0, plain.length());
        plain.codePoints().forEach(character -> {
            boolean shown = !Character.isWhitespace(character)
                    && !Character.isSpaceChar(character)
                    && Character.getType(character) != Character.FORMAT;
            if (shown && !(leftward && Character.isMirrored(character))) {
                letters.appendCodePoint(character);
            }
        });
        return letters.toString();
    }
}
