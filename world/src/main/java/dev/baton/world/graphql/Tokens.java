package dev.baton.world.graphql;

import dev.baton.world.graphql.Ast.Place;
import java.util.ArrayList;
import java.util.List;

/** Cuts GraphQL text into tokens and hands them out one by one. */
final class Tokens {

    enum Kind {
        NAME,
        INT,
        FLOAT,
        TEXT,
        SIGN,
        END
    }

    record Token(Kind kind, String text, Place place) {}

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private int next;

    /** @throws GraphqlSyntax when a character has no place in GraphQL */
    Tokens(String source) {
        this.source = source;
        while (cutOne()) {
            // The cutter keeps its own position.
        }
        tokens.add(new Token(Kind.END, "end of file", place()));
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    boolean isSign(String sign) {
        return peek().kind() == Kind.SIGN && peek().text().equals(sign);
    }

    boolean isName(String name) {
        return peek().kind() == Kind.NAME && peek().text().equals(name);
    }

    /** Takes the sign when it comes next. */
    boolean accept(String sign) {
        boolean found = isSign(sign);
        if (found) {
            next++;
        }
        return found;
    }

    /** @throws GraphqlSyntax when something else comes next */
    void expect(String sign) {
        if (!accept(sign)) {
            throw unexpected("\"" + sign + "\"");
        }
    }

    /** @throws GraphqlSyntax when no name comes next */
    String name() {
        if (peek().kind() != Kind.NAME) {
            throw unexpected("a name");
        }
        return take().text();
    }

    GraphqlSyntax unexpected(String wanted) {
        Token found = peek();
        String text = found.kind() == Kind.END ? "end of file" : "\"" + found.text() + "\"";
        return new GraphqlSyntax("syntax error, unexpected " + text + ", expecting " + wanted, found.place());
    }

    private boolean cutOne() {
        skipIgnored();
        if (at >= source.length()) {
            return false;
        }
        char c = source.charAt(at);
        if (Character.isLetter(c) || c == '_') {
            addWhile(Kind.NAME, at + 1, ch -> Character.isLetterOrDigit(ch) || ch == '_');
        } else if (c == '-' || Character.isDigit(c)) {
            cutNumber();
        } else if (source.startsWith("\"\"\"", at)) {
            cutBlock();
        } else if (c == '"') {
            cutText();
        } else if (source.startsWith("...", at)) {
            add(Kind.SIGN, "...", 3);
        } else if ("{}()[]:!$=@|&".indexOf(c) >= 0) {
            add(Kind.SIGN, String.valueOf(c), 1);
        } else {
            throw new GraphqlSyntax("syntax error, unexpected character \"" + c + "\"", place());
        }
        return true;
    }

    private void skipIgnored() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '#') {
                int end = source.indexOf('\n', at);
                at = end < 0 ? source.length() : end;
            } else if (c == '\n') {
                at++;
                line++;
                lineStart = at;
            } else if (Character.isWhitespace(c) || c == ',' || c == '\uFEFF') {
                at++;
            } else {
                return;
            }
        }
    }

    private void cutNumber() {
        int end = at + 1;
        while (end < source.length() && "0123456789.eE+-".indexOf(source.charAt(end)) >= 0) {
            end++;
        }
        String literal = source.substring(at, end);
        boolean whole = literal.chars().skip(1).allMatch(Character::isDigit);
        add(whole ? Kind.INT : Kind.FLOAT, literal, literal.length());
    }

    private void cutText() {
        StringBuilder value = new StringBuilder();
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != '"') {
            char c = source.charAt(end);
            if (c == '\n') {
                throw new GraphqlSyntax("syntax error, unexpected end of line in a string", place());
            }
            if (c == '\\' && end + 1 < source.length()) {
                end++;
                value.append(unescape(end));
                end += source.charAt(end) == 'u' ? 5 : 1;
            } else {
                value.append(c);
                end++;
            }
        }
        if (end >= source.length()) {
            throw new GraphqlSyntax("syntax error, unexpected end of file in a string", place());
        }
        add(Kind.TEXT, value.toString(), end + 1 - at);
    }

    private char unescape(int position) {
        char c = source.charAt(position);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> (char) Integer.parseInt(source, position + 1, position + 5, 16);
            case '"', '\\', '/' -> c;
            default -> throw new GraphqlSyntax("syntax error, bad escape \"\\" + c + "\"", place());
        };
    }

    private void cutBlock() {
        int end = source.indexOf("\"\"\"", at + 3);
        if (end < 0) {
            throw new GraphqlSyntax("syntax error, unexpected end of file in a block string", place());
        }
        String value = source.substring(at + 3, end);
        Place start = place();
        for (int i = at; i < end; i++) {
            if (source.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        tokens.add(new Token(Kind.TEXT, value.strip(), start));
        at = end + 3;
    }

    private void addWhile(Kind kind, int from, java.util.function.IntPredicate part) {
        int end = from;
        while (end < source.length() && part.test(source.charAt(end))) {
            end++;
        }
        add(kind, source.substring(at, end), end - at);
    }

    private void add(Kind kind, String text, int length) {
        tokens.add(new Token(kind, text, place()));
        at += length;
    }

    private Place place() {
        return new Place(line, at - lineStart + 1);
    }
}
