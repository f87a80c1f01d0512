package dev.baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A page as a printer gets it: what it may not show, and a picture of its first two sheets. */
public final class Printed {

    private static final int SHEETS = 2;
    private static final int DOTS_PER_INCH = 90;

    /** What only a screen has. */
    private static final String PRESSED = "nav, header.bar, button, .button, input, select, textarea, summary";

    private Printed() {}

    /** Looks at the page, whose media is print already; the pictures are {@code name-1.png} and so on. */
    public static void look(Page page, Path folder, String name) {
        assertThat(page.evaluate(
                        "what => [...document.querySelectorAll(what)].filter(each => each.checkVisibility())"
                                + ".map(each => each.outerHTML.slice(0, 80))",
                        PRESSED))
                .as(name + " shows on paper what is to be pressed")
                .isEqualTo(List.of());
        assertThat(page.evaluate(
                        "getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).color"
                                + " + getComputedStyle(document.querySelector('h1')).color"))
                .as(name + " is black on white")
                .isEqualTo("rgb(255, 255, 255)rgb(0, 0, 0)rgb(0, 0, 0)");
        assertThat(page.evaluate("() => [...document.querySelectorAll('main a')].filter(each => each.checkVisibility()"
                        + " && getComputedStyle(each).color !== 'rgb(0, 0, 0)').map(each => each.href)"))
                .as(name + " has links that are not black")
                .isEqualTo(List.of());
        pictures(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), folder, name);
    }

    private static void pictures(byte[] pdf, Path folder, String name) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Files.createDirectories(folder);
            PDFRenderer sheets = new PDFRenderer(document);
            for (int i = 0; i < Math.min(SHEETS, document.getNumberOfPages()); i++) {
                BufferedImage sheet = sheets.renderImageWithDPI(i, DOTS_PER_INCH);
                ImageIO.write(
                        sheet,
                        "png",
                        folder.resolve(name + "-" + (i + 1) + ".png").toFile());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
