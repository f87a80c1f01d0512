package dev.baton.platform.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * A printed document as its reader sees it: the glyphs on the pages, in the order of the document's structure.
 *
 * @param blocks texts outside of tables, in reading order
 * @param rows rows of table bodies, each the texts of its cells
 * @param everything all text there is, page furniture included, and all that is said about the file
 * @param pages how many
 * @param outside whether a glyph of the text lies outside of the margins, where it is cut off
 */
public record PdfReading(List<String> blocks, List<List<String>> rows, String everything, int pages, boolean outside) {

    private static final Set<String> BLOCKS =
            Set.of("P", "Div", "H1", "H2", "H3", "H4", "H5", "H6", "TD", "TH", "LI", "Table", "TR");

    /**
     * Reads a document of {@link PdfPrinter}.
     *
     * @throws Unprintable when it cannot be read
     */
    public static PdfReading of(byte[] document) {
        try (PDDocument read = Loader.loadPDF(document)) {
            Map<PDPage, PageRuns> runs = new HashMap<>();
            boolean outside = false;
            for (PDPage page : read.getPages()) {
                PageRuns ofPage = PageRuns.of(page);
                runs.put(page, ofPage);
                outside |= ofPage.outside();
            }
            PDStructureTreeRoot root = read.getDocumentCatalog().getStructureTreeRoot();
            if (root == null) {
                throw new Unprintable("the document has no structure to read it by");
            }
            List<String> blocks = new ArrayList<>();
            List<List<String>> rows = new ArrayList<>();
            collect(root, runs, blocks, rows);
            return new PdfReading(blocks, rows, everything(read, blocks, rows), read.getNumberOfPages(), outside);
        } catch (IOException broken) {
            throw new Unprintable("the document cannot be read back", broken);
        }
    }

    /**
     * The paper a document of {@link PdfPrinter} was printed for.
     *
     * @throws Unprintable when it cannot be read
     */
    public static PageSize size(byte[] document) {
        try (PDDocument read = Loader.loadPDF(document)) {
            return PageSize.nearest(read.getPage(0).getMediaBox().getWidth());
        } catch (IOException broken) {
            throw new Unprintable("the document cannot be read back", broken);
        }
    }

    private static String everything(PDDocument read, List<String> blocks, List<List<String>> rows) throws IOException {
        StringBuilder all = new StringBuilder(new PDFTextStripper().getText(read));
        blocks.forEach(block -> all.append('\n').append(block));
        rows.forEach(row -> all.append('\n').append(String.join(" ", row)));
        read.getDocumentInformation()
                .getCOSObject()
                .entrySet()
                .forEach(entry -> all.append('\n').append(entry.getValue()));
        if (read.getDocumentCatalog().getMetadata() != null) {
            all.append('\n')
                    .append(read.getDocumentCatalog()
                            .getMetadata()
                            .getCOSObject()
                            .toTextString());
        }
        return all.toString();
    }

    private static void collect(
            PDStructureNode node, Map<PDPage, PageRuns> runs, List<String> blocks, List<List<String>> rows) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                switch (element.getStructureType()) {
                    case "THead" -> {
                        // captions; repeated on every page
                    }
                    case "TR" -> rows.add(cells(element, runs));
                    default -> {
                        if (hasBlocks(element)) {
                            collect(element, runs, blocks, rows);
                        } else {
                            addUnlessEmpty(blocks, text(element, null, runs));
                        }
                    }
                }
            }
        }
    }

    private static List<String> cells(PDStructureElement row, Map<PDPage, PageRuns> runs) {
        List<String> cells = new ArrayList<>();
        for (Object kid : row.getKids()) {
            if (kid instanceof PDStructureElement cell) {
                cells.add(text(cell, null, runs));
            }
        }
        return cells;
    }

    private static boolean hasBlocks(PDStructureElement element) {
        return element.getKids().stream()
                .anyMatch(kid -> kid instanceof PDStructureElement inner
                        && (BLOCKS.contains(inner.getStructureType()) || hasBlocks(inner)));
    }

    private static String text(PDStructureElement element, @Nullable PDPage inherited, Map<PDPage, PageRuns> runs) {
        PDPage page = element.getPage() == null ? inherited : element.getPage();
        StringBuilder text = new StringBuilder();
        for (Object kid : element.getKids()) {
            switch (kid) {
                case PDStructureElement inner -> text.append(text(inner, page, runs));
                case Integer id -> text.append(run(page, id, runs));
                case PDMarkedContentReference reference ->
                    text.append(
                            run(reference.getPage() == null ? page : reference.getPage(), reference.getMCID(), runs));
                default -> {
                    // pictures and links have no text
                }
            }
        }
        return text.toString();
    }

    private static String run(@Nullable PDPage page, int id, Map<PDPage, PageRuns> runs) {
        PageRuns ofPage = page == null ? null : runs.get(page);
        return ofPage == null ? "" : ofPage.text(id);
    }

    private static void addUnlessEmpty(List<String> texts, String text) {
        if (!text.isBlank()) {
            texts.add(text);
        }
    }
}
