package dev.baton.console;

import dev.baton.console.StaffMails.Line;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.trading.WatchedLookup;
import dev.baton.trading.WatchedLookup.Narrowed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What would have been sent on a day: a count for each supplier, and the list of as many. Needs an open transaction. */
@Component
class WatchedDay {

    private final WatchedLookup watched;
    private final SupplierLookup suppliers;

    WatchedDay(WatchedLookup watched, SupplierLookup suppliers) {
        this.watched = watched;
        this.suppliers = suppliers;
    }

    List<Line> lines(MerchantId merchant, LocalDate day, ZoneId zone) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(zone).toInstant();
        Map<SupplierId, Long> counts = watched.countsBySupplier(merchant, Narrowed.between(from, until));
        return suppliers.all(merchant).stream()
                .filter(supplier -> counts.containsKey(supplier.id()))
                .map(supplier -> new Line(
                        counts.getOrDefault(supplier.id(), 0L),
                        "to " + supplier.name(),
                        WatchBoard.ofDay(day, supplier.code())))
                .toList();
    }
}
