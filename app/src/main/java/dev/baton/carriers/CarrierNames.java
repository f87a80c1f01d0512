package dev.baton.carriers;

import dev.baton.platform.facts.FactRow;
import dev.baton.platform.facts.FoldedWords;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people write for a carrier. Words are folded: no accents, lower case, every other sign a blank. A whole match
 * wins; else the first known name inside the text, the longest where several begin at the same word.
 */
final class CarrierNames {
    /** Two letters stand in too many words to be looked for inside a text. */
    private static final int SHORTEST_INSIDE = 3;

    private static final int LONGEST_TEXT = 200;

    private final Map<String, Carrier> whole = new HashMap<>();
    private final Map<String, Carrier> inside = new HashMap<>();

    private CarrierNames() {}

    static CarrierNames of(Collection<Carrier> carriers, List<FactRow> rows) {
        CarrierNames names = new CarrierNames();
        Map<String, FactRow> byCode = new HashMap<>();
        rows.forEach(row -> byCode.put(row.text(0), row));
        // A code outranks a name, a name an alias, and all of them Shopify's name, which several may share.
        carriers.forEach(carrier -> names.add(carrier.code(), carrier));
        carriers.forEach(carrier -> names.add(carrier.name(), carrier));
        for (Carrier carrier : carriers) {
            FactRow row = byCode.get(carrier.code());
            if (row != null) {
                row.words(5).forEach(word -> names.add(word, carrier));
            }
        }
        carriers.forEach(carrier -> names.add(carrier.shopifyCompany(), carrier));
        return names;
    }

    private void add(String name, Carrier carrier) {
        String folded = FoldedWords.fold(name);
        whole.putIfAbsent(folded.replace(" ", ""), carrier);
        if (folded.length() >= SHORTEST_INSIDE || !isLatin(folded)) {
            inside.putIfAbsent(folded, carrier);
        }
    }

    Optional<Carrier> find(String text) {
        String folded = FoldedWords.fold(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        Carrier exact = whole.get(folded.replace(" ", ""));
        return exact == null ? findInside(folded) : Optional.of(exact);
    }

    private Optional<Carrier> findInside(String folded) {
        String padded = " " + folded + " ";
        int earliest = Integer.MAX_VALUE;
        String found = "";
        for (String name : inside.keySet()) {
            int at = isLatin(name) ? padded.indexOf(" " + name + " ") : padded.indexOf(name);
            if (at >= 0 && (at < earliest || (at == earliest && name.length() > found.length()))) {
                earliest = at;
                found = name;
            }
        }
        return Optional.ofNullable(inside.get(found));
    }

    /** Chinese, Japanese and Korean names stand in a text without blanks around them. */
    private static boolean isLatin(String folded) {
        return folded.chars().allMatch(sign -> sign < 0x2E80);
    }
}
