package dev.baton.suppliers;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of suppliers' closures; every method needs an open transaction of the merchant. */
@Component
final class Closures {

    /** Older ones than these many are of no more use to any deadline. */
    private static final int MOST = 20_000;

    private final JdbcClient jdbc;

    Closures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<SupplierId, List<Closure>> ofAll(MerchantId merchant) {
        Map<SupplierId, List<Closure>> closures = new HashMap<>();
        jdbc.sql("""
                select supplier_id, closure_id, from_day, until_day, note from supplier_closure
                where merchant_id = :merchant
                order by until_day desc, closure_id
                limit :most
                """).param("merchant", merchant.value()).param("most", MOST).query(row -> {
            closures.computeIfAbsent(
                            new SupplierId(row.getObject("supplier_id", UUID.class)), none -> new ArrayList<>())
                    .add(new Closure(
                            row.getObject("closure_id", UUID.class),
                            row.getObject("from_day", LocalDate.class),
                            row.getObject("until_day", LocalDate.class),
                            row.getString("note")));
        });
        return closures;
    }

    /** Writes it; the same days again only bring the newer note. */
    UUID save(MerchantId merchant, SupplierId supplier, Closure closure, Instant declaredAt) {
        return jdbc.sql("""
                insert into supplier_closure (merchant_id, supplier_id, closure_id, from_day, until_day, note,
                                              declared_at)
                values (:merchant, :supplier, :id, :from, :until, :note, :at)
                on conflict (merchant_id, supplier_id, from_day, until_day) do update set note = excluded.note
                returning closure_id
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("id", closure.id())
                .param("from", closure.from())
                .param("until", closure.until())
                .param("note", closure.note(), Types.VARCHAR)
                .param("at", SqlArrays.instant(declaredAt))
                .query(UUID.class)
                .single();
    }

    /** Takes it back; false when the supplier has none of that id. */
    boolean remove(MerchantId merchant, SupplierId supplier, UUID id) {
        return jdbc.sql("""
                delete from supplier_closure
                where merchant_id = :merchant and supplier_id = :supplier and closure_id = :id
                """)
                        .param("merchant", merchant.value())
                        .param("supplier", supplier.value())
                        .param("id", id)
                        .update()
                == 1;
    }
}
