package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What suppliers answered (855), as others read it; needs an open transaction of the merchant. */
@Component
public final class AcknowledgementLookup {

    private static final int MOST_LINES = 500;

    private final JdbcClient jdbc;

    AcknowledgementLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One answer with its statements in their order. */
    public record Answer(String reference, Instant receivedAt, PurchaseOrderStatus after, List<Said> statements) {}

    /**
     * What was said of one line.
     *
     * @param applied units it changed; fewer than {@code quantity} where it does not add up
     * @param reason why units were rejected, a {@code RejectReason}; null = none was given
     * @param note the supplier's words; null = none
     * @param until when put-off units are expected; null = none are
     * @param remark what did not add up; null = nothing
     */
    public record Said(
            int line,
            Acknowledgement.Action action,
            int quantity,
            int applied,
            @Nullable String reason,
            @Nullable String note,
            @Nullable LocalDate until,
            @Nullable String remark) {}

    /** The answers to one purchase order, oldest first. */
    public List<Answer> of(MerchantId merchant, PurchaseOrderId purchaseOrder) {
        Map<UUID, Answer> answers = new LinkedHashMap<>();
        jdbc.sql("""
                select a.id, a.reference, a.received_at, a.status_after, l.line, l.action, l.quantity, l.applied,
                       l.reason, l.note, l.until, l.remark
                from acknowledgement a
                join acknowledgement_line l on l.merchant_id = a.merchant_id and l.acknowledgement_id = a.id
                where a.merchant_id = :merchant and l.merchant_id = :merchant
                  and a.purchase_order_id = :purchaseOrder
                order by a.id, l.position
                limit :most
                """)
                .param("merchant", merchant.value())
                .param("purchaseOrder", purchaseOrder.value())
                .param("most", MOST_LINES)
                .query(row -> {
                    Instant receivedAt =
                            row.getObject("received_at", OffsetDateTime.class).toInstant();
                    String reference = row.getString("reference");
                    PurchaseOrderStatus after = PurchaseOrderStatus.valueOf(row.getString("status_after"));
                    answers.computeIfAbsent(
                                    row.getObject("id", UUID.class),
                                    id -> new Answer(reference, receivedAt, after, new ArrayList<>()))
                            .statements()
                            .add(new Said(
                                    row.getInt("line"),
                                    Acknowledgement.Action.valueOf(row.getString("action")),
                                    row.getInt("quantity"),
                                    row.getInt("applied"),
                                    row.getString("reason"),
                                    row.getString("note"),
                                    row.getObject("until", LocalDate.class),
                                    row.getString("remark")));
                });
        return List.copyOf(answers.values());
    }
}
