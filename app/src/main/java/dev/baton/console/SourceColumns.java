package dev.baton.console;

import dev.baton.console.ListFilter.Choice;
import dev.baton.console.SourceViews.Source;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierLookup;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What the lists of feeds and of price lists have in common. */
final class SourceColumns {

    static final List<Listing.Sort> SORTS = List.of(
            new Listing.Sort("code", "Code, A first", "code", true),
            new Listing.Sort("code-down", "Code, Z first", "code", false),
            new Listing.Sort("oldest", "Longest without a good file", "good", true),
            new Listing.Sort("newest", "Good file most lately", "good", false),
            new Listing.Sort("supplier", "Supplier", "supplier", true));

    private SourceColumns() {}

    static List<Column<Source>> all() {
        return List.of(
                Column.of("code", "Code", row -> Cell.code(row.code(), row.path())),
                Column.of("supplier", "Supplier", row -> Cell.of(row.supplier())),
                Column.of("state", "How it stands", row -> Cell.state(row.state())),
                Column.<Source>of("good", "Last good", row -> Cell.at(row.lastGood()))
                        .labelled(),
                Column.<Source>of("comes", "Comes", row -> Cell.quiet(row.comes()))
                        .onlyWide(),
                Column.<Source>of("trouble", "Trouble", row -> Cell.of(row.trouble()))
                        .onlyWide());
    }

    static ListFilter supplier(SupplierLookup suppliers, MerchantId merchant) {
        return ListFilter.choice(
                "supplier",
                "Supplier",
                suppliers.all(merchant).stream()
                        .map(each -> new Choice(each.id().value().toString(), each.name()))
                        .toList());
    }

    static Comparator<Source> order(Asked asked) {
        Comparator<Source> good = Comparator.comparing(row -> Objects.requireNonNullElse(row.lastGood(), Instant.MIN));
        return switch (asked.text("sort")) {
            case "code-down" -> Comparator.comparing(Source::code).reversed();
            case "oldest" -> good;
            case "newest" -> good.reversed();
            case "supplier" -> Comparator.comparing(Source::supplier);
            default -> Comparator.comparing(Source::code);
        };
    }
}
