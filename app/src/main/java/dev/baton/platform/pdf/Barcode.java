package dev.baton.platform.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * A Code 128 barcode as a picture for a page.
 *
 * @param address the picture as a {@code data:} address
 * @param modules how many of the narrowest bars it is wide, quiet zones included
 */
public record Barcode(String address, int modules) {

    /** The standard asks for ten modules of white on either side. */
    private static final int QUIET_MODULES = 10;

    private static final int PIXELS_PER_MODULE = 4;
    private static final int HEIGHT_PIXELS = 120;

    /**
     * Draws a text.
     *
     * @throws Unprintable when the text holds characters Code 128 lacks
     */
    public static Barcode of(String text) {
        return draw(new Code128(), text);
    }

    /**
     * Draws a GS1-128 barcode: Code 128 that begins with FNC1, so that scanners read its application identifiers.
     *
     * @param elements with each application identifier in square brackets, such as {@code [00]} before an SSCC
     * @throws Unprintable when that is no GS1 element string
     */
    public static Barcode gs1(String elements) {
        Code128 code = new Code128();
        code.setDataType(Symbol.DataType.GS1);
        return draw(code, elements);
    }

    private static Barcode draw(Code128 code, String text) {
        code.setHumanReadableLocation(HumanReadableLocation.NONE);
        try {
            code.setContent(text);
        } catch (RuntimeException refused) {
            throw new Unprintable("the barcode cannot hold the number", refused);
        }
        int modules = code.getWidth() + 2 * QUIET_MODULES;
        BufferedImage image =
                new BufferedImage(modules * PIXELS_PER_MODULE, HEIGHT_PIXELS, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        canvas.setColor(Color.BLACK);
        for (Rectangle bar : code.getRectangles()) {
            canvas.fillRect(
                    (int) Math.round((bar.x + QUIET_MODULES) * PIXELS_PER_MODULE),
                    0,
                    (int) Math.round(bar.width * PIXELS_PER_MODULE),
                    HEIGHT_PIXELS);
        }
        canvas.dispose();
        return new Barcode(Picture.encode(image), modules);
    }

    /** How wide it is printed: as wide as scanners like it, or as wide as there is room. */
    public double widthMm(double roomMm) {
        return Math.min(roomMm, modules * 0.36);
    }
}
