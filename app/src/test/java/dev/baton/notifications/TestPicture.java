package dev.baton.notifications;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Logos of nobody. */
public final class TestPicture {

    private TestPicture() {}

    /** A wide mark in one colour on nothing. */
    public static byte[] png(int rgb) {
        BufferedImage image = new BufferedImage(240, 80, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(rgb));
        pen.fillOval(4, 8, 64, 64);
        pen.fillRoundRect(84, 24, 150, 14, 8, 8);
        pen.fillRoundRect(84, 46, 100, 14, 8, 8);
        pen.dispose();
        return bytes(image);
    }

    /** A picture no format makes smaller, of about as many bytes as it has pixels times three. */
    public static byte[] noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        java.util.Random random = new java.util.Random(7);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return bytes(image);
    }

    private static byte[] bytes(BufferedImage image) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A stretch of the picture as it stands in a mail: its colour is in it. */
    public static String base64Head(byte[] png) {
        String lines = Base64.getMimeEncoder().encodeToString(png);
        int second = lines.indexOf("\r\n") + 2;
        return lines.substring(second, lines.indexOf("\r\n", second));
    }
}
