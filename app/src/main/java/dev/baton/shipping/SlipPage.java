package dev.baton.shipping;

import dev.baton.platform.pdf.DocumentWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of the packing slip prints; every text is fit for paper.
 *
 * @param style the style sheet of the paper
 * @param size {@code wide} or {@code label}
 * @param direction which way the page runs, {@code ltr} or {@code rtl}
 * @param mark stands out above everything; null = none
 * @param logo a picture's {@code data:} address; null = the name stands in its place
 * @param parcel which parcel of several; null = it is of the whole purchase order
 * @param barcode a picture's {@code data:} address
 * @param barcodeStyle how wide the barcode is printed
 * @param gift null = none
 * @param returns null = none
 * @param footer null = none
 */
public record SlipPage(
        DocumentWords words,
        String style,
        String size,
        String direction,
        @Nullable Text mark,
        Text brand,
        @Nullable String logo,
        @Nullable String logoStyle,
        String order,
        @Nullable Text parcel,
        String barcode,
        String barcodeStyle,
        List<Text> shipTo,
        List<Item> items,
        @Nullable Text gift,
        @Nullable Text returns,
        @Nullable Text footer) {

    /** A text and the way it runs. */
    public record Text(String text, String direction) {

        private static final int BRIEF_CHARACTERS = 500;

        /** Short enough to be kept on one page. */
        public boolean brief() {
            return text.length() <= BRIEF_CHARACTERS;
        }
    }

    /**
     * One row of the goods.
     *
     * @param many more than one unit, which has to stand out
     */
    public record Item(Text title, String sku, List<Text> entered, String quantity, boolean many) {}
}
