package dev.baton.console;

import dev.baton.console.ListViews.Done;
import dev.baton.console.ListViews.Head;
import dev.baton.console.ListViews.Heading;
import dev.baton.console.ListViews.Line;
import dev.baton.console.ListViews.Spot;
import dev.baton.console.ListViews.Trouble;
import dev.baton.platform.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes the page of a {@link Listing}: the one way every list of the console looks and works. */
@Component
class ListDesk {

    private static final int ROWS = 50;

    private final StaffDesk desk;
    private final SavedViews views;
    private final BulkDeeds deeds;
    private final BulkRuns runs;

    ListDesk(StaffDesk desk, SavedViews views, BulkDeeds deeds, BulkRuns runs) {
        this.desk = desk;
        this.views = views;
        this.deeds = deeds;
        this.runs = runs;
    }

    /** The page of a list on which nothing else stands. */
    <R> ResponseEntity<String> page(Staff staff, Typed typed, Listing<R> listing, String notice) {
        Listing.Called called = listing.called();
        return desk.page(
                staff,
                called.place(),
                called.title(),
                notice,
                "console/list.jte",
                frame -> view(staff, typed, listing, frame));
    }

    /** A list for a page; needs an open transaction of the merchant. */
    <R> ListViews.Page view(Staff staff, Typed typed, Listing<R> listing, Frame frame) {
        ListAddress address = ListAddress.of(staff, typed, listing);
        Asked asked = new Asked(address.where(), address.after(), frame.moments());
        Trouble trouble = address.trouble();
        Slice<R> slice = new Slice<>(List.of(), null, false);
        if (trouble == null) {
            try {
                slice = listing.page(staff, asked, ROWS);
                if (slice.rows().isEmpty() && !asked.after().isEmpty() && cameBack(typed)) {
                    // what was done emptied the last page: whoever did it goes on with the list as it begins
                    asked = new Asked(address.where(), "", frame.moments());
                    slice = listing.page(staff, asked, ROWS);
                }
            } catch (Problem refused) {
                trouble = new Trouble(refused.code().title(), refused.detail());
            }
        }
        List<Column<R>> columns = address.columns(listing);
        Listing.Called called = listing.called();
        Where here = address.where();
        String after = slice.after();
        Listing.Totals totals =
                trouble == null ? listing.totals(staff, asked) : new Listing.Totals(null, listing.tabs(staff, asked));
        return new ListViews.Page(
                frame,
                new Heading(called.name(), called.path(), called.title(), called.lead()),
                totals.count(),
                totals.tabs(),
                listing.doors(staff),
                new ListTools(address, listing).of(staff, views.of(staff, called.name())),
                columns.stream().map(column -> head(column, listing, here)).toList(),
                slice.rows().stream()
                        .map(row -> line(row, columns, listing, staff))
                        .toList(),
                bulk(staff, listing),
                strips(staff, listing),
                done(staff, typed, listing),
                listing.empty(address.isNarrowed()),
                trouble,
                slice.looked(),
                after == null ? null : here.with("after", after).toString(),
                asked.after().isEmpty() ? null : here.toString(),
                address(asked.after().isEmpty() ? here : address.page()));
    }

    private static ListViews.Here address(Where page) {
        return new ListViews.Here(page.toString(), page.query());
    }

    private static boolean cameBack(Typed typed) {
        return typed.has("done") || typed.has("deed");
    }

    private static <R> Head head(Column<R> column, Listing<R> listing, Where here) {
        List<Listing.Sort> all = listing.sorts();
        List<Listing.Sort> own =
                all.stream().filter(sort -> sort.column().equals(column.key())).toList();
        if (own.isEmpty()) {
            return new Head(column.label(), column.right(), column.wide(), null, null);
        }
        String now = here.narrowed().getOrDefault("sort", all.getFirst().value());
        Listing.Sort chosen = own.stream()
                .filter(sort -> sort.value().equals(now))
                .findFirst()
                .orElse(null);
        Listing.Sort next =
                own.stream().filter(sort -> !sort.equals(chosen)).findFirst().orElse(own.getFirst());
        return new Head(
                column.label(),
                column.right(),
                column.wide(),
                here.with("sort", next.equals(all.getFirst()) ? "" : next.value())
                        .toString(),
                chosen == null ? null : chosen.rising() ? "ascending" : "descending");
    }

    private static <R> Line line(R row, List<Column<R>> columns, Listing<R> listing, Staff staff) {
        Cell name = listing.columns().getFirst().cell().apply(row);
        return new Line(
                listing.key(row),
                ListExport.text(name),
                columns.stream()
                        .map(column -> new Spot(
                                column.cell().apply(row),
                                column.right(),
                                column.wide(),
                                column.said() ? column.label() : ""))
                        .toList(),
                listing.acts(staff, row));
    }

    private static List<ListViews.Button> bulk(Staff staff, Listing<?> listing) {
        if (!staff.may(Act.ACT_ON_MANY)) {
            return List.of();
        }
        return listing.bulk().stream()
                .filter(act -> staff.may(act.act()))
                .map(act -> new ListViews.Button(act.key(), act.label(), act.severe()))
                .toList();
    }

    /** What the person has under way for all rows of this list. */
    private List<BulkViews.Strip> strips(Staff staff, Listing<?> listing) {
        if (listing.bulk().isEmpty() || !staff.may(Act.ACT_ON_MANY)) {
            return List.of();
        }
        return runs.open(staff, listing.called().name()).stream()
                .flatMap(run -> listing.bulk().stream()
                        .filter(act -> act.key().equals(run.act()))
                        .map(act -> BulkWords.strip(run, act, false)))
                .toList();
    }

    private @Nullable Done done(Staff staff, Typed typed, Listing<?> listing) {
        UUID deed = typed.id("deed").orElse(null);
        return deed == null
                ? null
                : deeds.find(staff, deed)
                        .filter(each -> each.list().equals(listing.called().name()))
                        .map(each -> new Done(each.id().toString(), each.words(), each.mayUndo()))
                        .orElse(null);
    }
}
