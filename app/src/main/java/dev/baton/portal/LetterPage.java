package dev.baton.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a mail that lets a supplier in, laid out as a page: an address becomes a button, or the line before it a link;
 * a code stands out. It says what the text says.
 *
 * @param title what it is about
 * @param accent {@code #rrggbb}, {@code ink} is read on it
 * @param blocks what stands together, line by line
 */
public record LetterPage(
        String language, String title, String brand, String accent, String ink, List<List<Line>> blocks) {

    /**
     * A line.
     *
     * @param url where it leads; null = nowhere
     */
    public record Line(Kind kind, String words, @Nullable String url) {

        /** How it looks. */
        public enum Kind {
            WORDS,
            /** What the links below it are. */
            TITLE,
            CODE,
            /** The words lead there. */
            LINK,
            /** A button, with its address below for those who copy it. */
            BUTTON
        }
    }

    /** Lays it out. */
    static LetterPage of(Words words, String brand, String accent, String ink, String title, String text) {
        List<List<Line>> blocks = Stream.of(text.split("\n\n"))
                .map(block -> block(block, words))
                .filter(block -> !block.isEmpty())
                .toList();
        return new LetterPage(words.language(), title, brand, accent, ink, blocks);
    }

    private static List<Line> block(String block, Words words) {
        List<Line> lines = new ArrayList<>();
        for (String line :
                block.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            Line last = lines.isEmpty() ? null : lines.getLast();
            if (!isAddress(line)) {
                lines.add(new Line(line.matches("\\d+") ? Line.Kind.CODE : Line.Kind.WORDS, line, null));
            } else if (last != null && last.kind() == Line.Kind.WORDS) {
                lines.set(lines.size() - 1, new Line(Line.Kind.LINK, withoutColon(last.words()), line));
            } else {
                lines.add(new Line(Line.Kind.BUTTON, words.say("mail.open"), line));
            }
        }
        if (lines.size() > 1 && lines.getFirst().kind() == Line.Kind.WORDS) {
            lines.set(0, new Line(Line.Kind.TITLE, lines.getFirst().words(), null));
        }
        return lines;
    }

    /** In the text the address follows it. */
    private static String withoutColon(String words) {
        return words.replaceFirst("[\\s\\u00a0\\u202f]*:$", "");
    }

    private static boolean isAddress(String line) {
        return line.startsWith("https://") || line.startsWith("http://");
    }

    /** Everything it shows, in its order. */
    List<String> shown() {
        return Stream.concat(Stream.of(brand, title), lines().flatMap(LetterPage::shown))
                .toList();
    }

    private static Stream<String> shown(Line line) {
        return line.kind() == Line.Kind.BUTTON
                ? Stream.of(line.words(), Objects.requireNonNull(line.url()))
                : Stream.of(line.words());
    }

    /** Where it leads, in its order. */
    List<String> addresses() {
        return lines().map(Line::url).filter(Objects::nonNull).toList();
    }

    private Stream<Line> lines() {
        return blocks.stream().flatMap(List::stream);
    }
}
