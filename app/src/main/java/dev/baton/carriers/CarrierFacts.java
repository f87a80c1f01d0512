package dev.baton.carriers;

import dev.baton.platform.facts.FactFile;
import dev.baton.platform.facts.FactRow;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All facts on carriers, read once when the first number or name is asked for. */
record CarrierFacts(
        Map<String, Carrier> byCode,
        Map<String, Carrier> byIssuingCountry,
        Set<String> postalFamilies,
        CarrierNames names,
        List<Format> formats) {

    /** The code of the stand-in for "some national post", to which the S10 format belongs. */
    static final String ANY_POST = "s10";

    static CarrierFacts get() {
        return Held.FACTS;
    }

    Carrier carrier(String code) {
        Carrier carrier = byCode.get(code);
        if (carrier == null) {
            throw new IllegalStateException("No carrier " + code + " in carriers.tsv");
        }
        return carrier;
    }

    private static CarrierFacts read() {
        List<FactRow> carrierRows = FactFile.read(CarrierFacts.class, "carriers.tsv", 6);
        List<FactRow> postRows = FactFile.read(CarrierFacts.class, "posts.tsv", 3);
        Map<String, Carrier> byCode = carriers(carrierRows, postRows);
        Map<String, Carrier> byCountry = new LinkedHashMap<>();
        for (FactRow row : postRows) {
            byCountry.put(row.text(0), byCode.computeIfAbsent(row.text(1), code -> plainPost(code, row.text(2))));
        }
        List<Format> formats = FactFile.read(CarrierFacts.class, "formats.tsv", 8).stream()
                .map(Format::of)
                .toList();
        Set<String> postalFamilies = byCode.values().stream()
                .filter(Carrier::post)
                .map(Carrier::family)
                .collect(Collectors.toUnmodifiableSet());
        return new CarrierFacts(
                Collections.unmodifiableMap(byCode),
                Collections.unmodifiableMap(byCountry),
                postalFamilies,
                CarrierNames.of(byCode.values(), carrierRows),
                formats);
    }

    private static Map<String, Carrier> carriers(List<FactRow> rows, List<FactRow> postRows) {
        Set<String> posts = new HashSet<>(Set.of(ANY_POST));
        postRows.forEach(row -> posts.add(row.text(1)));
        Map<String, Carrier> byCode = new LinkedHashMap<>();
        for (FactRow row : rows) {
            String code = row.text(0);
            byCode.put(
                    code,
                    new Carrier(
                            code,
                            row.text(1),
                            row.optional(2).orElse(code),
                            row.optional(3).orElse(null),
                            row.optional(4).orElse(null),
                            posts.contains(code)));
        }
        return byCode;
    }

    private static Carrier plainPost(String code, String operator) {
        return new Carrier(code, operator, code, null, null, true);
    }

    /** Loaded by the class loader on first use, so that the start of the app does not pay for it. */
    private static final class Held {
        static final CarrierFacts FACTS = read();
    }
}
