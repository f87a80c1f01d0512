package dev.baton.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The address of a list: its path and what narrows it, in one order, so that the same list has one address. */
record Where(String path, Map<String, String> narrowed) {

    Where {
        narrowed = Map.copyOf(narrowed);
    }

    /** The list with another value of one field; an empty value takes it off. A page further on is not kept. */
    Where with(String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(narrowed);
        changed.remove("after");
        if (value.isEmpty()) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new Where(path, changed);
    }

    /** The page that is looked at, with a field besides. */
    Where and(String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(narrowed);
        changed.put(field, value);
        return new Where(path, changed);
    }

    /** What stands behind the path; empty = nothing narrows the list. */
    String query() {
        return narrowed.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return narrowed.isEmpty() ? path : path + "?" + query();
    }
}
