package dev.baton.world.story;

import dev.baton.world.http.Body;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** Draws logos. */
final class Logos {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 48;
    private static final Map<String, Body> DRAWN = new ConcurrentHashMap<>();

    private Logos() {}

    /** A field of the colour {@code #rrggbb} with a small white mark, PNG; the same bytes every time. */
    static Body of(String colour) {
        return DRAWN.computeIfAbsent(colour, Logos::draw);
    }

    private static Body draw(String colour) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.setColor(Color.decode(colour));
        drawing.fillRect(0, 0, WIDTH, HEIGHT);
        drawing.setColor(Color.WHITE);
        drawing.fillOval(12, 10, 28, 28);
        drawing.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Body.of(png.toByteArray());
    }
}
