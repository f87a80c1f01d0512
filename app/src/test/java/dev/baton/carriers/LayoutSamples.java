package dev.baton.carriers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Makes up texts a regular expression matches: literals, classes, groups, alternatives and counted repetition. Look
 * arounds are left out while writing and asked afterwards, so some tries fail.
 */
final class LayoutSamples {
    private static final int TRIES = 5_000;

    private final String regex;
    private final Random random;
    private int at;

    private LayoutSamples(String regex, Random random) {
        this.regex = regex;
        this.random = random;
    }

    static Optional<String> one(Pattern pattern, Random random) {
        for (int i = 0; i < TRIES; i++) {
            String sample = new LayoutSamples(pattern.pattern(), random).alternatives();
            if (pattern.matcher(sample).matches()) {
                return Optional.of(sample);
            }
        }
        return Optional.empty();
    }

    private String alternatives() {
        List<String> options = new ArrayList<>();
        options.add(sequence());
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            options.add(sequence());
        }
        return options.get(random.nextInt(options.size()));
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            int start = at;
            String once = atom();
            int end = at;
            int times = times();
            int after = at;
            for (int i = 0; i < times; i++) {
                at = start;
                text.append(i == 0 ? once : atom());
                at = end;
            }
            at = after;
        }
        return text.toString();
    }

    private String atom() {
        char sign = regex.charAt(at++);
        return switch (sign) {
            case '(' -> group();
            case '[' -> oneOf(characterClass());
            case '\\' -> escaped(regex.charAt(at++));
            case '^', '$' -> "";
            default -> String.valueOf(sign);
        };
    }

    private String group() {
        boolean lookAround = regex.startsWith("?=", at) || regex.startsWith("?!", at);
        if (regex.charAt(at) == '?') {
            at = regex.startsWith("?<", at) ? regex.indexOf('>', at) + 1 : at + 2;
        }
        String inside = alternatives();
        at++;
        return lookAround ? "" : inside;
    }

    private String escaped(char sign) {
        return switch (sign) {
            case 'd' -> oneOf("0123456789");
            case 's', 'b' -> "";
            default -> String.valueOf(sign);
        };
    }

    private String characterClass() {
        if (regex.charAt(at) == '^') {
            // Only look arounds hold such classes, and what is written for those is thrown away.
            at = regex.indexOf(']', at) + 1;
            return "0";
        }
        StringBuilder signs = new StringBuilder();
        while (regex.charAt(at) != ']') {
            char from = regex.charAt(at++);
            if (from == '\\') {
                at++;
                continue;
            }
            char to = from;
            if (regex.charAt(at) == '-') {
                to = regex.charAt(at + 1);
                at += 2;
            }
            for (char sign = from; sign <= to; sign++) {
                signs.append(sign);
            }
        }
        at++;
        return signs.toString();
    }

    private String oneOf(String signs) {
        return String.valueOf(signs.charAt(random.nextInt(signs.length())));
    }

    private int times() {
        if (at >= regex.length()) {
            return 1;
        }
        return switch (regex.charAt(at)) {
            case '?' -> {
                at++;
                yield random.nextInt(2);
            }
            case '*' -> {
                at++;
                yield 0;
            }
            case '{' -> counted();
            default -> 1;
        };
    }

    private int counted() {
        int end = regex.indexOf('}', at);
        String[] bounds = regex.substring(at + 1, end).split(",", -1);
        at = end + 1;
        int least = Integer.parseInt(bounds[0]);
        int most = bounds.length == 1 ? least : Integer.parseInt(bounds[1]);
        return least + random.nextInt(most - least + 1);
    }
}
