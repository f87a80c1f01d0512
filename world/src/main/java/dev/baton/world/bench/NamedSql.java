package dev.baton.world.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One statement whose values have names ({@code :name}), as both JDBC and pgbench can be given it. */
record NamedSql(String text) {

    /** Not the second colon of a cast such as {@code ::uuid}. */
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z][a-z0-9_]*)");

    /** The text for JDBC: a question mark for every name. */
    String withQuestionMarks() {
        return NAME.matcher(text).replaceAll("?");
    }

    /** The text with an expression in the place of every name. */
    String withExpressions(UnaryOperator<String> expressionOf) {
        return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(expressionOf.apply(found.group(1))));
    }

    /** Per name the JDBC positions, from 1, at which its value has to be bound. */
    Map<String, List<Integer>> positions() {
        var positions = new HashMap<String, List<Integer>>();
        var matcher = NAME.matcher(text);
        for (int position = 1; matcher.find(); position++) {
            positions
                    .computeIfAbsent(matcher.group(1), name -> new ArrayList<>())
                    .add(position);
        }
        return positions;
    }
}
