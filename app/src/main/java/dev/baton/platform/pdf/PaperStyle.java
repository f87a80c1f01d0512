package dev.baton.platform.pdf;

/** What the style sheets of all documents begin with: paper, margins, fonts and the running foot. */
public final class PaperStyle {

    private static final int LONG_FOOT = 40;

    private PaperStyle() {}

    /**
     * The beginning of a style sheet.
     *
     * @param foot what stands at the foot of every page on the left
     * @param words must know {@code page} and {@code of}
     */
    public static String of(PageSize size, String foot, DocumentWords words) {
        boolean small = size == PageSize.LABEL;
        // a long foot stays on one line of a label
        String footSize = small && foot.length() > LONG_FOOT ? "5pt" : "7pt";
        return """
                @page { %s
                  @bottom-left { content: %s; font-family: %s; font-size: %s; color: #555; }
                  @bottom-right { content: %s counter(page) %s counter(pages); font-family: %s; font-size: %s; color: #555; }
                }
                body { font-family: %s; font-size: %s; line-height: 1.3; color: #111; margin: 0; word-wrap: break-word; }
                """.formatted(
                        size.css(),
                        quoted(foot),
                        FontFile.FAMILIES,
                        footSize,
                        quoted((words.of("page") + " ").stripLeading()),
                        quoted(" " + words.of("of") + " "),
                        FontFile.FAMILIES,
                        footSize,
                        FontFile.FAMILIES,
                        small ? "8.5pt" : "10pt");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.codePoints().forEach(character -> {
            if (Character.isLetterOrDigit(character) || character == ' ') {
                quoted.appendCodePoint(character);
            } else {
                // the space ends the escape and is not part of the text
                quoted.append(String.format("\\%06x ", character));
            }
        });
        return quoted.append('\'').toString();
    }
}
