package dev.baton.world.reading;

import dev.baton.world.http.Body;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Tells pictures apart by their colour. */
final class Pictures {

    private Pictures() {}

    /** The mean colour of a picture file, {@code #rrggbb}; empty when it is none. */
    static String mean(Body picture) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
            return image == null ? "" : mean(image);
        } catch (IOException _) {
            return "";
        }
    }

    static String mean(BufferedImage image) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color colour = new Color(image.getRGB(x, y));
                red += colour.getRed();
                green += colour.getGreen();
                blue += colour.getBlue();
            }
        }
        long points = Math.max(1, (long) image.getWidth() * image.getHeight());
        return String.format(Locale.ROOT, "#%02x%02x%02x", red / points, green / points, blue / points);
    }

    /** Whether two colours {@code #rrggbb} look alike. */
    static boolean alike(String one, String other, int tolerance) {
        if (one.length() != 7 || other.length() != 7) {
            return false;
        }
        Color a = Color.decode(one);
        Color b = Color.decode(other);
        return Math.abs(a.getRed() - b.getRed()) <= tolerance
                && Math.abs(a.getGreen() - b.getGreen()) <= tolerance
                && Math.abs(a.getBlue() - b.getBlue()) <= tolerance;
    }
}
