package dev.baton.console;

import dev.baton.console.OrderViews.Mark;
import dev.baton.inventory.StockAlert;
import dev.baton.inventory.StockAlert.Kind;
import java.math.BigDecimal;
import java.util.Map;

/** What an alert about stock is called, and what is done about it. */
final class AlertWords {

    private AlertWords() {}

    /** What to do, and where. */
    record ToDo(String words, String path) {}

    static String title(Kind kind) {
        return switch (kind) {
            case LOW -> "Runs low";
            case OUT -> "Out";
            case BACK -> "Back";
            case DISCONTINUED -> "Dropped by its supplier";
            case STALE -> "Figure too old";
            case COST_JUMP -> "Cost jumped";
        };
    }

    static String mood(Kind kind) {
        return switch (kind) {
            case OUT, DISCONTINUED -> "bad";
            case LOW, STALE, COST_JUMP -> "warn";
            case BACK -> "good";
        };
    }

    static Mark mark(Kind kind) {
        return new Mark("Alert", title(kind), mood(kind));
    }

    /** Days it lasted at the pace it sold when the alert was raised; empty = it is about no pace. */
    static String cover(StockAlert alert) {
        return alert.sold() == 0
                ? ""
                : BigDecimal.valueOf(alert.coverTenths(), 1).toPlainString();
    }

    /** @param waits units ordered of it that wait for stock */
    static ToDo toDo(StockAlert alert, String code, long waits) {
        String product = ProductsScreen.path(code);
        return switch (alert.kind()) {
            case LOW -> new ToDo("Ask when more comes, or add another supplier's offer", product);
            case OUT ->
                waits == 0
                        ? new ToDo("Add another supplier's offer, or take it out of the stores", product)
                        : new ToDo(
                                "See the line: " + Moments.counted(waits) + " ordered wait for it",
                                BackordersScreen.line(code));
            case BACK ->
                waits == 0
                        ? new ToDo("Nothing: it sells again", StockScreen.why(code))
                        : new ToDo(
                                "Let them have it: " + Moments.counted(waits) + " ordered wait for it",
                                BackordersScreen.line(code));
            case DISCONTINUED -> new ToDo("Add another supplier's offer, or stop selling it", product);
            case STALE -> new ToDo("Get a newer figure from the supplier", feeds(alert));
            case COST_JUMP -> new ToDo("Accept or refuse the cost", product);
        };
    }

    private static String feeds(StockAlert alert) {
        var supplier = alert.supplier();
        return new Where(FeedsScreen.PATH, Map.of())
                .with("supplier", supplier == null ? "" : supplier.value().toString())
                .toString();
    }
}
