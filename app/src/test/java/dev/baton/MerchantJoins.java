package dev.baton;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which tables of a statement are tied to the merchant (D3), read from its text. Each query of it, also one in brackets, is judged
 * by itself: a table is tied when its {@code merchant_id} equals {@code :merchant}, or that of a table which is tied, or that of
 * something outside the query, which is judged there.
 */
final class MerchantJoins {

    private static final Pattern NOISE = Pattern.compile("--[^\\n]*|'[^']*'");
    private static final Pattern INNERMOST = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern QUERY = Pattern.compile("^\\s*(select|insert|update|delete|with)\\b");
    private static final Pattern SET_OPERATOR = Pattern.compile("\\b(union( all)?|except|intersect)\\b");
    private static final Pattern COMMA_JOIN =
            Pattern.compile("(\\b(?:from|using|join)\\s+[a-z_]\\w*(?:\\s+as)?(?:\\s+[a-z_]\\w*)?)\\s*,");
    private static final Pattern TABLE = Pattern.compile(
            "\\b(from|join|into|update|using)\\s+(?:only\\s+|lateral\\s+)?([a-z_]\\w*)\\b(?!\\s*[.=])(?:\\s+as)?(?:\\s+([a-z_]\\w*))?");
    /** An insert writes the merchant itself. */
    private static final Pattern WRITES_MERCHANT =
            Pattern.compile("^into\\s+[a-z_]\\w*(?:\\s+as)?(?:\\s+[a-z_]\\w*)?\\s*\\([^()]*\\bmerchant_id\\b");

    private static final Pattern EQUAL =
            Pattern.compile("(?:\\b(\\w+)\\.)?\\bmerchant_id\\b(?:,[^()]*\\))?\\s*(?:=\\s*any\\b|=|in\\b)\\s*\\(?\\s*"
                    + "(?:(\\w+)\\.merchant_id\\b|(merchant_id)\\b|:merchant\\b|\\)|array\\b)");
    private static final Pattern EQUAL_TURNED =
            Pattern.compile(":merchant\\b(?:,[^()]*\\))?\\s*=\\s*\\(?\\s*(?:(\\w+)\\.)?merchant_id\\b");
    private static final Pattern USING = Pattern.compile("\\busing\\s*\\(\\s*merchant_id\\b");

    private static final Set<String> NO_ALIAS = Set.of(
            "where",
            "set",
            "on",
            "using",
            "join",
            "left",
            "right",
            "inner",
            "full",
            "cross",
            "natural",
            "order",
            "group",
            "having",
            "limit",
            "offset",
            "for",
            "values",
            "union",
            "except",
            "intersect",
            "select",
            "returning",
            "window",
            "as",
            "when",
            "and",
            "or",
            "default");

    private MerchantJoins() {}

    /** The names (alias, else table) of these tables in the statement that nothing ties to the merchant; none is good. */
    static List<String> untied(String sql, Set<String> tables) {
        return queries(sql.toLowerCase(Locale.ROOT)).stream()
                .flatMap(query -> untiedIn(query, tables).stream())
                .toList();
    }

    private static List<String> queries(String sql) {
        String text = NOISE.matcher(sql).replaceAll("''");
        List<String> found = new ArrayList<>();
        Matcher inner = INNERMOST.matcher(text);
        while (inner.find()) {
            boolean query = QUERY.matcher(inner.group(1)).find();
            if (query) {
                found.add(inner.group(1));
            }
            text = text.substring(0, inner.start()) + "⟨" + (query ? "" : inner.group(1)) + "⟩"
                    + text.substring(inner.end());
            inner = INNERMOST.matcher(text);
        }
        found.add(text);
        return found.stream()
                .map(query -> query.replace('⟨', '(').replace('⟩', ')'))
                .flatMap(SET_OPERATOR::splitAsStream)
                .map(MerchantJoins::withoutCommas)
                .toList();
    }

    private static String withoutCommas(String query) {
        String text = COMMA_JOIN.matcher(query).replaceAll("$1 join ");
        return text.equals(query) ? text : withoutCommas(text);
    }

    private static Set<String> untiedIn(String query, Set<String> tables) {
        Set<String> untied = new LinkedHashSet<>();
        Matcher table = TABLE.matcher(query);
        while (table.find()) {
            boolean written =
                    WRITES_MERCHANT.matcher(query.substring(table.start())).find();
            if (tables.contains(table.group(2)) && !written) {
                boolean named = table.group(3) != null && !NO_ALIAS.contains(table.group(3));
                untied.add(named ? table.group(3) : table.group(2));
            }
        }
        if (untied.isEmpty()) {
            return untied;
        }
        Set<Equal> pairs = pairs(query, untied);
        boolean more = true;
        while (more) {
            more = false;
            for (Equal equal : pairs) {
                if (untied.contains(equal.left()) != untied.contains(equal.right())) {
                    untied.removeAll(List.of(equal.left(), equal.right()));
                    more = true;
                }
            }
        }
        return untied;
    }

    /** Two names whose {@code merchant_id} is the same; one that is no table of the query stands for something tied. */
    private record Equal(String left, String right) {}

    private static Set<Equal> pairs(String query, Set<String> names) {
        String first = names.iterator().next();
        Set<Equal> pairs = new HashSet<>();
        Matcher equal = EQUAL.matcher(query);
        while (equal.find()) {
            String right = equal.group(3) != null ? first : equal.group(2);
            pairs.add(new Equal(nameOr(first, equal.group(1)), nameOr(":merchant", right)));
        }
        Matcher turned = EQUAL_TURNED.matcher(query);
        while (turned.find()) {
            pairs.add(new Equal(nameOr(first, turned.group(1)), ":merchant"));
        }
        if (USING.matcher(query).find()) {
            names.forEach(name -> pairs.add(new Equal(first, name)));
        }
        return pairs;
    }

    private static String nameOr(String otherwise, @Nullable String name) {
        return name == null ? otherwise : name;
    }
}
