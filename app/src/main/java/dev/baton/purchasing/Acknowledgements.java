package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.purchasing.Acknowledgement.Action;
import dev.baton.purchasing.Acknowledgement.Statement;
import dev.baton.purchasing.AcknowledgementOutcome.Applied;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of suppliers' answers; every method needs an open transaction of the merchant. */
@Component
class Acknowledgements {

    /** An answer given before under the same reference. */
    record Earlier(UUID id, byte[] bodyHash, PurchaseOrderStatus statusAfter) {}

    private final JdbcClient jdbc;

    Acknowledgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the reference; false when it is taken. The status it leads to is written by {@link #conclude}. */
    boolean claim(
            MerchantId merchant, UUID id, PurchaseOrder of, String reference, byte[] bodyHash, Instant receivedAt) {
        return jdbc.sql("""
                insert into acknowledgement (merchant_id, id, purchase_order_id, reference, body_hash, status_after,
                                             received_at)
                values (:merchant, :id, :purchaseOrder, :reference, :bodyHash, :status, :receivedAt)
                on conflict (merchant_id, purchase_order_id, reference) do nothing
                """)
                        .param("merchant", merchant.value())
                        .param("id", id)
                        .param("purchaseOrder", of.id().value())
                        .param("reference", reference)
                        .param("bodyHash", bodyHash)
                        .param("status", of.status().name())
                        .param("receivedAt", SqlArrays.instant(receivedAt))
                        .update()
                == 1;
    }

    /** Whether an answer came under that reference. */
    boolean isKnown(MerchantId merchant, PurchaseOrderId of, String reference) {
        return jdbc.sql("""
                select count(*)
                from acknowledgement
                where merchant_id = :merchant and purchase_order_id = :purchaseOrder and reference = :reference
                """)
                        .param("merchant", merchant.value())
                        .param("purchaseOrder", of.value())
                        .param("reference", reference)
                        .query(Long.class)
                        .single()
                > 0;
    }

    Earlier earlier(MerchantId merchant, PurchaseOrderId of, String reference) {
        return jdbc.sql("""
                select id, body_hash, status_after
                from acknowledgement
                where merchant_id = :merchant and purchase_order_id = :purchaseOrder and reference = :reference
                """)
                .param("merchant", merchant.value())
                .param("purchaseOrder", of.value())
                .param("reference", reference)
                .query((row, number) -> new Earlier(
                        row.getObject("id", UUID.class),
                        row.getBytes("body_hash"),
                        PurchaseOrderStatus.valueOf(row.getString("status_after"))))
                .single();
    }

    void conclude(
            MerchantId merchant,
            UUID id,
            PurchaseOrderStatus after,
            List<Statement> statements,
            List<Applied> applied) {
        jdbc.sql("update acknowledgement set status_after = :after where merchant_id = :merchant and id = :id")
                .param("after", after.name())
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
        jdbc.sql("""
                insert into acknowledgement_line (merchant_id, acknowledgement_id, position, line, action, quantity,
                                                  applied, reason, note, until, remark)
                select :merchant, :id, l.position, l.line, l.action, l.quantity, l.applied, l.reason, l.note,
                       l.until::date, l.remark
                from unnest(:lines::int[], :actions::text[], :quantities::int[], :applied::int[], :reasons::text[],
                            :notes::text[], :untils::text[], :remarks::text[])
                     with ordinality
                     as l (line, action, quantity, applied, reason, note, until, remark, position)
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .param("lines", Columns.ints(applied, Applied::line))
                .param("actions", Columns.texts(applied, row -> row.action().name()))
                .param("quantities", Columns.ints(applied, Applied::quantity))
                .param("applied", Columns.ints(applied, Applied::applied))
                .param("reasons", Columns.texts(statements, Acknowledgements::reason))
                .param("notes", Columns.texts(statements, Statement::text))
                .param("untils", Columns.texts(statements, Acknowledgements::until))
                .param("remarks", Columns.texts(applied, Applied::remark))
                .update();
    }

    private static @Nullable String reason(Statement statement) {
        return statement.reason() == null ? null : statement.reason().name();
    }

    private static @Nullable String until(Statement statement) {
        LocalDate until = statement.until();
        return until == null ? null : until.toString();
    }

    List<Applied> lines(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                select line, action, quantity, applied, remark
                from acknowledgement_line
                where merchant_id = :merchant and acknowledgement_id = :id
                order by position
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .query((row, number) -> new Applied(
                        row.getInt("line"),
                        Action.valueOf(row.getString("action")),
                        row.getInt("quantity"),
                        row.getInt("applied"),
                        row.getString("remark")))
                .list();
    }
}
