package dev.baton.console;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** All lists of the console by their names. */
@Component
class Lists {

    private final Map<String, Listing<?>> byName = new TreeMap<>();

    Lists(List<Listing<?>> all) {
        for (Listing<?> listing : all) {
            if (byName.put(listing.called().name(), listing) != null) {
                throw new IllegalStateException(
                        "two lists are called " + listing.called().name());
            }
        }
    }

    List<Listing<?>> all() {
        return List.copyOf(byName.values());
    }

    /**
     * The list of that name.
     *
     * @throws Problem NOT_FOUND when there is none; FORBIDDEN when the person may not see it
     */
    Listing<?> find(Staff staff, String name) {
        Listing<?> listing = byName.get(name);
        if (listing == null) {
            throw new Problem(CommonProblem.NOT_FOUND, "There is no list of that name.");
        }
        if (!staff.may(listing.called().act())) {
            throw new Problem(
                    CommonProblem.FORBIDDEN,
                    "Your role is " + staff.role().title() + ", and this list needs another one.");
        }
        return listing;
    }

    /** What stands in the part of an address behind the path. */
    Typed typed(String query) {
        Map<String, String> fields = new HashMap<>();
        for (String each : query.split("&", -1)) {
            int at = each.indexOf('=');
            if (at > 0) {
                try {
                    fields.put(
                            each.substring(0, at), URLDecoder.decode(each.substring(at + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException unreadable) {
                    throw new Problem(CommonProblem.INVALID_FIELD, "The address cannot be read.", "query");
                }
            }
        }
        return new Typed(fields);
    }
}
