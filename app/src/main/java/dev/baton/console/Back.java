package dev.baton.console;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * Where a form came from, so that whoever sent it stands there again: a list with its filters, its order and its page.
 * Only addresses of the console are followed, without a host, a dot segment or anything an address does not need.
 */
final class Back {

    /** In forms and addresses: the page the form stands on. */
    static final String FIELD = "back";

    /** In forms and addresses of one exception: the list of exceptions it was opened from. */
    static final String LIST = "list";

    private static final int LONGEST = 2_000;
    private static final Pattern OURS =
            Pattern.compile("/console(?:/(?!\\.|%2[eE])[\\w.~%+-]+)*(?:\\?[\\w.~%+*=&:,-]*)?");

    /** Fields that say what was done, and nothing of the page. */
    private static final Set<String> SAID = Set.of("done", "deed", "gone");

    private Back() {}

    /** The page the form stood on; the given one where it says none, or none of ours. */
    static String of(Typed typed, String otherwise) {
        return ours(typed.text(FIELD)).orElse(otherwise);
    }

    /** The page the form stood on, else the list of exceptions as it was when the exception was opened. */
    static String ofExceptions(Typed typed) {
        return of(typed, exceptions(typed, null));
    }

    /**
     * The list of exceptions somebody came from.
     *
     * @param referer the page before this one; null = the browser does not say
     */
    static String exceptions(Typed typed, @Nullable String referer) {
        return ours(typed.text(LIST))
                .or(() -> ours(referer == null ? "" : referer.replaceFirst("^https?://[^/]*", "")))
                .filter(page -> page.equals(ExceptionsScreen.PATH) || page.startsWith(ExceptionsScreen.PATH + "?"))
                .orElse(ExceptionsScreen.PATH);
    }

    /** Reads the page anew, which says what was done. */
    static ResponseEntity<String> saying(String page, String done) {
        return Answer.seeOther(with(page, "done", done));
    }

    /** The page with one field more. */
    static String with(String page, String field, String value) {
        return page + (page.contains("?") ? "&" : "?") + field + "=" + value;
    }

    private static Optional<String> ours(String address) {
        if (address.length() > LONGEST || !OURS.matcher(address).matches()) {
            return Optional.empty();
        }
        int at = address.indexOf('?');
        if (at < 0) {
            return Optional.of(address);
        }
        String kept = Arrays.stream(address.substring(at + 1).split("&", -1))
                .filter(each -> !each.isEmpty() && !SAID.contains(each.replaceFirst("=.*", "")))
                .collect(Collectors.joining("&"));
        return Optional.of(address.substring(0, at) + (kept.isEmpty() ? "" : "?" + kept));
    }
}
