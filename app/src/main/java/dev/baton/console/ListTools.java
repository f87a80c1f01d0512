package dev.baton.console;

import dev.baton.console.ListViews.Filter;
import dev.baton.console.ListViews.Order;
import dev.baton.console.ListViews.Tools;
import dev.baton.console.ListViews.View;
import dev.baton.console.OrderViews.Chip;
import dev.baton.console.OrderViews.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands above the rows of a list. */
record ListTools(ListAddress address, Listing<?> listing) {

    Tools of(Staff staff, List<SavedViews.Saved> saved) {
        Where here = address.where();
        Map<String, String> beside = address.beside();
        Map<String, String> keptByColumns = new HashMap<>(here.narrowed());
        keptByColumns.remove("cols");
        String query = here.query();
        return new Tools(
                address.filters().stream().map(this::filter).toList(),
                address.set().stream().map(this::chip).toList(),
                columns(),
                listing.sorts().stream().map(this::order).toList(),
                export(staff, "csv"),
                export(staff, "xlsx"),
                saved.stream()
                        .map(view -> new View(
                                view.id().toString(),
                                view.name(),
                                listing.called().path() + (view.query().isEmpty() ? "" : "?" + view.query()),
                                view.query().equals(query)))
                        .toList(),
                query,
                beside,
                keptByColumns);
    }

    private Filter filter(ListFilter filter) {
        String value = address.where().narrowed().getOrDefault(filter.field(), "");
        return new Filter(
                filter.field(),
                filter.label(),
                switch (filter.kind()) {
                    case CHOICE -> "choice";
                    case TEXT -> "text";
                    case DAY -> "day";
                },
                value,
                filter.choices().stream()
                        .map(each -> new Option(
                                each.value(), each.label(), each.value().equals(value)))
                        .toList());
    }

    private Chip chip(ListFilter filter) {
        String value = address.where().narrowed().getOrDefault(filter.field(), "");
        return new Chip(
                filter.label() + ": " + filter.said(value),
                address.where().with(filter.field(), "").toString());
    }

    private List<Option> columns() {
        Set<String> shown = address.columns(listing).stream().map(Column::key).collect(Collectors.toSet());
        return listing.columns().stream()
                .skip(1)
                .map(column -> new Option(column.key(), column.label(), shown.contains(column.key())))
                .toList();
    }

    private Order order(Listing.Sort sort) {
        boolean usual = sort.equals(listing.sorts().getFirst());
        String chosen = address.where().narrowed().getOrDefault("sort", "");
        return new Order(
                sort.label(),
                address.where().with("sort", usual ? "" : sort.value()).toString(),
                usual ? chosen.isEmpty() : sort.value().equals(chosen));
    }

    private @Nullable String export(Staff staff, String format) {
        return staff.may(Act.EXPORT_LISTS)
                ? new Where(
                                "/console/export/" + listing.called().name(),
                                address.where().narrowed())
                        .with("format", format)
                        .toString()
                : null;
    }
}
