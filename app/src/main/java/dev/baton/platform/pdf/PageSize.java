package dev.baton.platform.pdf;

import java.util.Arrays;
import java.util.Optional;

/** Paper that documents are printed on. */
public enum PageSize {
    /** 210 × 297 mm. */
    A4("A4", 210, 297),
    /** 8.5 × 11 inches. */
    LETTER("Letter", 215.9, 279.4),
    /** 4 × 6 inches, the paper of label printers. */
    LABEL("4x6", 101.6, 152.4);

    private final String word;
    private final double widthMm;
    private final double heightMm;

    PageSize(String word, double widthMm, double heightMm) {
        this.word = word;
        this.widthMm = widthMm;
        this.heightMm = heightMm;
    }

    /** The size that is called so, in any case of letters; empty when none is. */
    public static Optional<PageSize> of(String word) {
        return Arrays.stream(values())
                .filter(size -> size.word.equalsIgnoreCase(word))
                .findFirst();
    }

    /** What people call it: {@code A4}, {@code Letter}, {@code 4x6}. */
    public String word() {
        return word;
    }

    public double widthMm() {
        return widthMm;
    }

    /** The size as a style sheet says it. */
    public String css() {
        return widthMm + "mm " + heightMm + "mm";
    }
}
