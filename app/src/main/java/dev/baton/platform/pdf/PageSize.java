package dev.baton.platform.pdf;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** Paper that documents are printed on. */
public enum PageSize {
    /** 210 × 297 mm. */
    A4("A4", 210, 297, 14, 15, 16),
    /** 8.5 × 11 inches. */
    LETTER("Letter", 215.9, 279.4, 14, 15, 16),
    /** 4 × 6 inches, the paper of label printers. */
    LABEL("4x6", 101.6, 152.4, 5, 5, 9);

    private static final double POINTS_PER_MM = 72 / 25.4;

    private final String word;
    private final double widthMm;
    private final double heightMm;
    private final double topMm;
    private final double sideMm;
    private final double bottomMm;

    PageSize(String word, double widthMm, double heightMm, double topMm, double sideMm, double bottomMm) {
        this.word = word;
        this.widthMm = widthMm;
        this.heightMm = heightMm;
        this.topMm = topMm;
        this.sideMm = sideMm;
        this.bottomMm = bottomMm;
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

    /** Room between the margins. */
    public double roomMm() {
        return widthMm - 2 * sideMm;
    }

    /** Size and margins as a style sheet says them. */
    String css() {
        return "size: %smm %smm; margin: %smm %smm %smm %smm;"
                .formatted(widthMm, heightMm, topMm, sideMm, bottomMm, sideMm);
    }

    /** Between the margins, counted from the upper left; what is printed outside of it is cut off. */
    Rectangle2D printed() {
        return new Rectangle2D.Double(
                sideMm * POINTS_PER_MM,
                topMm * POINTS_PER_MM,
                roomMm() * POINTS_PER_MM,
                (heightMm - topMm - bottomMm) * POINTS_PER_MM);
    }

    /** The paper that is so wide. */
    static PageSize nearest(double widthPoints) {
        return Arrays.stream(values())
                .min(Comparator.comparingDouble(size -> Math.abs(size.widthMm * POINTS_PER_MM - widthPoints)))
                .orElseThrow();
    }
}
