package dev.baton.architecture;

import dev.baton.architecture.StringLiterals.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL statements that stand in a Java source, whatever they are handed to. */
public final class SqlStatements {

    /** How a text block begins that is one, and what is handed to {@code sql} at once. */
    private static final Pattern BEGINS = Pattern.compile(
            "^\\s*\\(?(select|insert|update|delete|with|merge|copy|lock|savepoint|listen|notify|create|alter|drop|truncate)\\b",
            Pattern.CASE_INSENSITIVE);

    /** A text that does something to a table: words for people may begin with the same verbs. */
    private static final Pattern NAMES_A_TABLE = Pattern.compile(
            "^\\s*\\(?(select\\b.*\\bfrom\\s+\\(?[a-z_]|insert\\s+into\\s|delete\\s+from\\s|merge\\s+into\\s"
                    + "|update\\s+\\w+(\\s+(as\\s+)?\\w+)?\\s+set\\s|with\\s+(recursive\\s+)?\\w+\\s*(\\([^()]*\\)\\s*)?as\\s"
                    + "|truncate\\s+(table\\s|\\w+\\s*$)|lock\\s+table\\s)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern HANDED_OVER = Pattern.compile("\\.sql\\(\\s*$");
    private static final Pattern CONSTANT = Pattern.compile("\\bString\\s+(\\w+)\\s*=\\s*$");
    private static final Pattern CONTINUES = Pattern.compile("\\b([A-Z][A-Z_0-9]*)\\s*\\+\\s*$");

    private SqlStatements() {}

    /** All of them. A constant that is only ever continued ({@code SELECT + "…"}) is one with each of its continuations. */
    public static List<String> of(String source) {
        List<Literal> literals = StringLiterals.of(source);
        Map<String, String> constants = new HashMap<>();
        Map<String, List<String>> wholes = new HashMap<>();
        for (Literal literal : literals) {
            name(CONSTANT, literal)
                    .filter(name -> isSql(literal))
                    .ifPresent(name -> constants.put(name, literal.text()));
        }
        for (Literal literal : literals) {
            name(CONTINUES, literal)
                    .filter(constants::containsKey)
                    .ifPresent(name -> wholes.computeIfAbsent(name, first -> new ArrayList<>())
                            .add(constants.get(name) + literal.text()));
        }
        Set<String> continued = new HashSet<>();
        wholes.forEach((name, all) -> {
            if (uses(source, name) == all.size()) {
                continued.add(name);
            }
        });
        List<String> found = new ArrayList<>();
        continued.stream().sorted().forEach(name -> found.addAll(wholes.getOrDefault(name, List.of())));
        for (Literal literal : literals) {
            if (isSql(literal)
                    && name(CONSTANT, literal).filter(continued::contains).isEmpty()) {
                found.add(literal.text());
            }
        }
        return found;
    }

    private static boolean isSql(Literal literal) {
        boolean handedOver =
                literal.block() || HANDED_OVER.matcher(literal.before()).find();
        return (handedOver && BEGINS.matcher(literal.text()).find())
                || NAMES_A_TABLE.matcher(literal.text()).find();
    }

    private static Optional<String> name(Pattern pattern, Literal literal) {
        Matcher found = pattern.matcher(literal.before());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** How often a constant is named besides where it is made. */
    private static long uses(String source, String name) {
        return Pattern.compile("\\b" + name + "\\b").matcher(source).results().count() - 1;
    }
}
