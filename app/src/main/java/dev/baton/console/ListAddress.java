package dev.baton.console;

import dev.baton.console.ListViews.Trouble;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an address says of a list: its filters, its order, its columns and its page. What means nothing is left out, so
 * that the same list has one address; words that should mean something and do not are a trouble.
 *
 * @param trouble what of the address cannot be understood; null = nothing
 */
record ListAddress(
        Where where,
        List<ListFilter> filters,
        String after,
        @Nullable Trouble trouble) {

    private static final int LONGEST_CURSOR = 200;

    /** Reads it; needs an open transaction of the merchant. */
    static ListAddress of(Staff staff, Typed typed, Listing<?> listing) {
        List<ListFilter> filters = listing.filters(staff);
        Map<String, String> narrowed = new HashMap<>();
        Trouble trouble = null;
        for (ListFilter filter : filters) {
            String value = typed.text(filter.field());
            if (filter.takes(value)) {
                narrowed.put(filter.field(), value);
            } else if (!value.isEmpty() && filter.kind() == ListFilter.Kind.DAY) {
                trouble = new Trouble(
                        filter.label() + " is no day",
                        "Nothing was looked for. Write a day as 2026-03-02, or take the filter off.");
            }
        }
        boolean sorted =
                listing.sorts().stream().skip(1).anyMatch(sort -> sort.value().equals(typed.text("sort")));
        if (sorted) {
            narrowed.put("sort", typed.text("sort"));
        }
        String columns = columns(typed, listing);
        if (!columns.isEmpty()) {
            narrowed.put("cols", columns);
        }
        String after = typed.text("after");
        return new ListAddress(
                new Where(listing.called().path(), narrowed),
                filters,
                after.length() > LONGEST_CURSOR ? "" : after,
                trouble);
    }

    private static String columns(Typed typed, Listing<?> listing) {
        Set<String> wanted = Set.copyOf(typed.all("cols"));
        List<String> usual = listing.columns().stream()
                .filter(Column::shown)
                .map(Column::key)
                .toList();
        List<String> chosen = listing.columns().stream()
                .map(Column::key)
                .filter(key -> wanted.contains(key) || key.equals(usual.getFirst()))
                .toList();
        return wanted.isEmpty() || chosen.equals(usual) ? "" : String.join(",", chosen);
    }

    /** The columns the page shows. */
    <R> List<Column<R>> columns(Listing<R> listing) {
        String chosen = where.narrowed().get("cols");
        Set<String> keys = chosen == null ? Set.of() : Set.of(chosen.split(",", -1));
        return listing.columns().stream()
                .filter(column -> chosen == null ? column.shown() : keys.contains(column.key()))
                .toList();
    }

    /** The page that is looked at: the list as it is narrowed, from the row on it begins behind. */
    Where page() {
        return after.isEmpty() ? where : where.and("after", after);
    }

    /** Whether a filter is set. */
    boolean isNarrowed() {
        return !set().isEmpty();
    }

    /** The filters that are set. */
    List<ListFilter> set() {
        return filters.stream()
                .filter(filter -> where.narrowed().containsKey(filter.field()))
                .toList();
    }

    /** What is set beside the filters. */
    Map<String, String> beside() {
        Set<String> fields = filters.stream().map(ListFilter::field).collect(Collectors.toSet());
        return where.narrowed().entrySet().stream()
                .filter(each -> !fields.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
