package dev.baton.platform.pdf;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * The runs of glyphs of one page by the number their structure knows them by.
 *
 * @param outside whether a glyph of the text lies outside of the margins, where it is cut off
 */
record PageRuns(Map<Integer, String> runs, boolean outside) {

    /** Glyphs may lean over the edge of their box by that much. */
    private static final float SLACK_POINTS = 1;

    static PageRuns of(PDPage page) throws IOException {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.setSuppressDuplicateOverlappingText(false);
        extractor.processPage(page);
        Map<Integer, String> runs = new HashMap<>();
        boolean outside = false;
        Rectangle2D printed = PageSize.nearest(page.getMediaBox().getWidth()).printed();
        for (PDMarkedContent content : extractor.getMarkedContents()) {
            List<TextPosition> glyphs = glyphs(content);
            int id = id(page, content);
            if (id >= 0) {
                outside |= glyphs.stream().anyMatch(glyph -> isOutside(glyph, printed));
                runs.merge(id, logical(glyphs), String::concat);
            }
        }
        return new PageRuns(runs, outside);
    }

    String text(int id) {
        return runs.getOrDefault(id, "");
    }

    private static List<TextPosition> glyphs(PDMarkedContent content) {
        List<TextPosition> glyphs = new ArrayList<>();
        for (Object part : content.getContents()) {
            switch (part) {
                case TextPosition glyph -> glyphs.add(glyph);
                case PDMarkedContent inner -> glyphs.addAll(glyphs(inner));
                default -> {
                    // a picture
                }
            }
        }
        return glyphs;
    }

    /** The library keeps the name of a property list where its tag should be. */
    private static int id(PDPage page, PDMarkedContent content) {
        if (content.getProperties() != null) {
            return content.getMCID();
        }
        PDPropertyList properties = page.getResources().getProperties(COSName.getPDFName(content.getTag()));
        return properties == null ? -1 : properties.getCOSObject().getInt(COSName.MCID, -1);
    }

    /** Glyphs stand as they are seen, left to right; what is read from right to left is turned round. */
    private static String logical(List<TextPosition> glyphs) {
        StringBuilder text = new StringBuilder();
        boolean turned = glyphs.stream().anyMatch(glyph -> runsLeftward(glyph.getUnicode()));
        for (TextPosition glyph : turned ? glyphs.reversed() : glyphs) {
            text.append(glyph.getUnicode());
        }
        return text.toString();
    }

    private static boolean runsLeftward(String glyph) {
        return glyph.codePoints().anyMatch(character -> switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        });
    }

    /** By its base line: parts below it may be cut by a hair. */
    private static boolean isOutside(TextPosition glyph, Rectangle2D printed) {
        return !glyph.getUnicode().isBlank()
                && (glyph.getXDirAdj() < printed.getMinX() - SLACK_POINTS
                        || glyph.getXDirAdj() + glyph.getWidthDirAdj() > printed.getMaxX() + SLACK_POINTS
                        || glyph.getYDirAdj() < printed.getMinY()
                        || glyph.getYDirAdj() > printed.getMaxY());
    }
}
