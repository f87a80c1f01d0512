package dev.baton.console;

import dev.baton.catalog.Match;
import dev.baton.catalog.SuggestMatches;
import dev.baton.catalog.SuggestMatches.Wanted;
import dev.baton.console.ListFilter.Choice;
import dev.baton.platform.MerchantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What things that are not matched yet may be, as lists and forms deal with it. */
@Component
class Suggested {

    private static final int UUID_LENGTH = 36;

    /** By the list's filter: how a thing's first suggestion was found. */
    static final ListFilter FILTER = ListFilter.choice(
            "match",
            "May be",
            List.of(
                    new Choice("sure", "by barcode or code"),
                    new Choice("title", "by a title alike"),
                    new Choice("none", "nothing known here")));

    private final SuggestMatches suggest;

    Suggested(SuggestMatches suggest) {
        this.suggest = suggest;
    }

    /** How many things a page of a list looks through for those its filter asks for: to compare titles takes long. */
    static int mostLookedThrough(Asked asked) {
        return asked.text(FILTER.field()).equals("sure") ? 1_000 : SuggestMatches.MOST;
    }

    /** The suggestions of each, surest first; in an open transaction. */
    <T> Map<T, List<Match>> of(MerchantId merchant, List<T> things, Function<T, Wanted> wanted) {
        return of(
                things,
                some -> suggest.suggest(merchant, some.stream().map(wanted).toList()));
    }

    /**
     * As above for a page of a list, as far as {@link #isAsked} needs it: titles are compared only of what has no sure
     * suggestion, and not at all where only sure ones are asked for.
     */
    <T> Map<T, List<Match>> of(Asked asked, MerchantId merchant, List<T> things, Function<T, Wanted> wanted) {
        if (!asked.has(FILTER.field())) {
            return of(merchant, things, wanted);
        }
        Map<T, List<Match>> found = of(
                things, some -> suggest.sure(merchant, some.stream().map(wanted).toList()));
        if (!asked.text(FILTER.field()).equals("sure")) {
            List<T> open = things.stream()
                    .filter(each -> first(found.getOrDefault(each, List.of())) == null)
                    .toList();
            found.putAll(of(merchant, open, wanted));
        }
        return found;
    }

    private static <T> Map<T, List<Match>> of(List<T> things, Function<List<T>, List<List<Match>>> suggested) {
        Map<T, List<Match>> found = new HashMap<>();
        for (int from = 0; from < things.size(); from += SuggestMatches.MOST) {
            List<T> some = things.subList(from, Math.min(things.size(), from + SuggestMatches.MOST));
            List<List<Match>> matches = suggested.apply(some);
            for (int i = 0; i < some.size(); i++) {
                found.put(some.get(i), matches.get(i));
            }
        }
        return found;
    }

    /** Whether a thing with these suggestions is what the filter asks for. */
    static boolean isAsked(Asked asked, List<Match> matches) {
        Match first = first(matches);
        return switch (asked.text(FILTER.field())) {
            case "sure" -> first != null && first.sure();
            case "title" -> first != null && !first.sure();
            case "none" -> first == null;
            default -> true;
        };
    }

    static @Nullable Match first(List<Match> matches) {
        return matches.isEmpty() ? null : matches.getFirst();
    }

    /**
     * A thing and the product somebody saw suggested for it: a form names both, so that nothing is taken that nobody
     * looked at.
     *
     * @param code empty = nothing was suggested
     */
    record Seen(UUID id, String code) {

        static Seen of(UUID id, @Nullable Match match) {
            return new Seen(id, match == null ? "" : match.code());
        }

        static Optional<Seen> read(String key) {
            int end = Math.min(key.length(), UUID_LENGTH);
            String code = key.length() > end ? key.substring(end + 1) : "";
            return Typed.uuid(key.substring(0, end)).map(id -> new Seen(id, code));
        }

        static List<Seen> readAll(List<String> keys) {
            List<Seen> all = new ArrayList<>();
            keys.forEach(key -> read(key).ifPresent(all::add));
            return all;
        }

        String key() {
            return code.isEmpty() ? id.toString() : id + " " + code;
        }

        /** The suggestion that was seen, if it still is one. */
        Optional<Match> among(List<Match> matches) {
            return matches.stream().filter(match -> match.code().equals(code)).findFirst();
        }
    }
}
