package dev.baton.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The string literals of a Java source, those in comments left out. */
public final class StringLiterals {

    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|'(?:[^'\\\\\\n]|\\\\[^\\n])+'"
                    + "|\"\"\"(?<block>.*?)(?<!\\\\)\"\"\"|\"(?<line>[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+)\"",
            Pattern.DOTALL);
    private static final Pattern PLUS = Pattern.compile("\\s*\\+\\s*");
    private static final Pattern UNICODE = Pattern.compile("(?<!\\\\)\\\\u+([0-9a-fA-F]{4})");
    private static final int MOST_BEFORE = 200;

    private StringLiterals() {}

    /**
     * One of them. Literals with nothing but a {@code +} between them are one.
     *
     * @param text as the program has it, but for the spaces a text block begins its lines with
     * @param block whether it begins with a text block
     * @param before the last that stands before it
     */
    public record Literal(String text, boolean block, String before) {}

    /** All of them, in order. */
    public static List<Literal> of(String source) {
        List<Literal> found = new ArrayList<>();
        Matcher token = TOKEN.matcher(source);
        int end = -1;
        while (token.find()) {
            String text = token.group("block") == null ? token.group("line") : token.group("block");
            if (text == null) {
                continue;
            }
            String plain = plain(text);
            if (end >= 0 && PLUS.matcher(source.substring(end, token.start())).matches()) {
                Literal first = found.removeLast();
                found.add(new Literal(first.text() + plain, first.block(), first.before()));
            } else {
                String before = source.substring(Math.max(0, token.start() - MOST_BEFORE), token.start());
                found.add(new Literal(plain, token.group("block") != null, before));
            }
            end = token.end();
        }
        return found;
    }

    private static String plain(String text) {
        return UNICODE.matcher(text)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))))
                .translateEscapes();
    }
}
