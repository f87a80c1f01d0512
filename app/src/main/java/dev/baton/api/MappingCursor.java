package dev.baton.api;

import dev.baton.catalog.MappingLookup.Place;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where a page of mappings ended, as one opaque word. */
final class MappingCursor {

    /** It cannot stand in a SKU: a control character is none of its letters. */
    private static final String BETWEEN = "\u001F";

    private static final int PARTS = 3;

    private MappingCursor() {}

    static String write(Place place) {
        String text = String.join(BETWEEN, place.store().toString(), place.storeSku(), place.country());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Place read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = Pattern.compile(BETWEEN)
                    .splitAsStream(text + BETWEEN + "end")
                    .toList();
            if (parts.size() == PARTS + 1) {
                return new Place(UUID.fromString(parts.getFirst()), parts.get(1), parts.get(2));
            }
        } catch (IllegalArgumentException unreadable) {
            // told below
        }
        throw new Problem(
                CommonProblem.INVALID_FIELD, "cursor is not one a list has answered: leave it out to begin.", "cursor");
    }
}
