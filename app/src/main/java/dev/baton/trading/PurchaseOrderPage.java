package dev.baton.trading;

import dev.baton.platform.pdf.DocumentWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of the purchase order prints; every text is fit for paper.
 *
 * @param style the style sheet of the paper
 * @param size {@code wide} or {@code label}
 * @param mark stands out above everything; null = the purchase order holds
 * @param facts what stands in the head, as word and text
 * @param shipTo the lines of the address
 * @param phone null = none
 * @param lines one per line of the purchase order
 * @param units all units
 * @param total cost with its currency
 * @param instructions as word and text; empty = none
 * @param gift null = none
 */
public record PurchaseOrderPage(
        DocumentWords words,
        String style,
        String size,
        @Nullable String mark,
        String number,
        List<Fact> facts,
        List<Text> shipTo,
        @Nullable String phone,
        List<Line> lines,
        String units,
        String total,
        List<Fact> instructions,
        @Nullable Text gift) {

    /** A fact under the word it stands for. */
    public record Fact(String word, String text, String direction, boolean urgent) {}

    /** A text and the way it runs: {@code ltr} or {@code rtl}. */
    public record Text(String text, String direction) {}

    /**
     * A line.
     *
     * @param many more than one unit, which has to stand out
     * @param entered what the customer entered, as "name: value"
     */
    public record Line(
            String line,
            String sku,
            Text title,
            List<Text> entered,
            String quantity,
            boolean many,
            String unitCost,
            String cost) {}
}
