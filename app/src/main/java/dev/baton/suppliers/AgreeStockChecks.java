package dev.baton.suppliers;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agrees with a supplier that has no feed when it is asked by mail how many it has. */
@Component
public final class AgreeStockChecks {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final SupplierLookup suppliers;
    private final ApplicationEventPublisher news;
    private final Audit audit;
    private final Clock clock;

    AgreeStockChecks(
            Tenancy tenancy,
            JdbcClient jdbc,
            SupplierLookup suppliers,
            ApplicationEventPublisher news,
            Audit audit,
            Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.suppliers = suppliers;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps the days in place of earlier ones; null = it is asked no more. Publishes {@link StockChecksAgreed}. Opens or
     * joins a transaction.
     *
     * @throws Problem {@link SupplierProblem#SUPPLIER_UNKNOWN}; {@link SupplierProblem#SUPPLIER_TERM_INVALID} when it
     *     works on none of the days
     */
    public void agree(MerchantId merchant, SupplierId supplier, @Nullable StockCheckDays wanted) {
        tenancy.run(merchant, () -> {
            @Nullable
            SupplierTerms terms = suppliers.terms(merchant, List.of(supplier)).get(supplier);
            if (terms == null) {
                throw new Problem(SupplierProblem.SUPPLIER_UNKNOWN, "No supplier has the id " + supplier.value() + ".");
            }
            if (wanted != null && wanted.after(clock.instant(), terms).isEmpty()) {
                throw new Problem(
                        SupplierProblem.SUPPLIER_TERM_INVALID,
                        "The supplier works on none of these days: name one it works on.",
                        "days");
            }
            write(merchant, supplier, wanted);
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "AgreeStockChecks",
                            "supplier",
                            supplier.value(),
                            null,
                            wanted == null ? "not asked" : names(wanted) + " " + wanted.at(),
                            null)));
            news.publishEvent(new StockChecksAgreed(merchant, supplier));
        });
    }

    private void write(MerchantId merchant, SupplierId supplier, @Nullable StockCheckDays wanted) {
        if (wanted == null) {
            jdbc.sql("delete from supplier_stock_check where merchant_id = :merchant and supplier_id = :supplier")
                    .param("merchant", merchant.value())
                    .param("supplier", supplier.value())
                    .update();
            return;
        }
        jdbc.sql("""
                insert into supplier_stock_check (merchant_id, supplier_id, days, at_time, agreed_at)
                values (:merchant, :supplier, :days, :at, :now)
                on conflict (merchant_id, supplier_id)
                do update set days = excluded.days, at_time = excluded.at_time, agreed_at = excluded.agreed_at
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("days", names(wanted))
                .param("at", wanted.at())
                .param("now", SqlArrays.instant(clock.instant()))
                .update();
    }

    private static String names(StockCheckDays wanted) {
        return new TreeSet<>(wanted.days()).stream().map(DayOfWeek::name).collect(Collectors.joining(","));
    }

    /** What is agreed; empty = the supplier is not asked. Opens or joins a transaction. */
    public Optional<StockCheckDays> agreed(MerchantId merchant, SupplierId supplier) {
        return tenancy.inTransaction(
                merchant,
                () -> jdbc.sql("""
                select days, at_time from supplier_stock_check
                where merchant_id = :merchant and supplier_id = :supplier
                """)
                        .param("merchant", merchant.value())
                        .param("supplier", supplier.value())
                        .query((row, number) -> new StockCheckDays(
                                Arrays.stream(row.getString("days").split(",", -1))
                                        .map(DayOfWeek::valueOf)
                                        .collect(Collectors.toSet()),
                                row.getObject("at_time", LocalTime.class)))
                        .optional());
    }
}
