package dev.baton.portal;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.feeds.FeedFileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of mails that let a supplier in; every method needs an open transaction of the merchant. */
@Component
class Letters {

    /** What it carries. */
    enum Kind {
        /** A fresh link to one purchase order. */
        FRESH_LINK,
        /** A code for all open orders. */
        CODE,
        /** The question whether a stock file that looks wrong is right. */
        STOCK_FILE,
        /** The question how many it has of each of its items. */
        STOCK_CHECK,
        /** What is open with it this morning. */
        DIGEST
    }

    /**
     * A mail to be sent.
     *
     * @param purchaseOrder null for a code and for a question about stock
     * @param sealedCode the code under the merchant's key; null for a link
     * @param expiresAt from then on it is of no use
     */
    record Row(
            UUID id,
            Kind kind,
            SupplierId supplier,
            @Nullable PurchaseOrderId purchaseOrder,
            byte @Nullable [] sealedCode,
            @Nullable FeedFileId file,
            Instant askedAt,
            Instant expiresAt) {}

    private final JdbcClient jdbc;
    private final Forgetting forgetting;

    Letters(JdbcClient jdbc, Forgetting forgetting) {
        this.jdbc = jdbc;
        this.forgetting = forgetting;
    }

    void insert(MerchantId merchant, Row row) {
        forgetting.begin(merchant);
        jdbc.sql("""
                insert into portal_letter (merchant_id, letter_id, kind, supplier_id, purchase_order_id, sealed_code,
                                           file_id, asked_at, expires_at, state)
                values (:merchant, :id, :kind, :supplier, :purchaseOrder, :code, :file, :askedAt, :expiresAt, 'WAITING')
                """)
                .param("merchant", merchant.value())
                .param("id", row.id())
                .param("kind", row.kind().name())
                .param("supplier", row.supplier().value())
                .param(
                        "purchaseOrder",
                        row.purchaseOrder() == null ? null : row.purchaseOrder().value(),
                        Types.OTHER)
                .param("code", row.sealedCode(), Types.BINARY)
                .param("file", row.file() == null ? null : row.file().value(), Types.OTHER)
                .param("askedAt", SqlArrays.instant(row.askedAt()))
                .param("expiresAt", SqlArrays.instant(row.expiresAt()))
                .update();
    }

    /** Whether a fresh link of the purchase order was asked for since then. */
    boolean isAsked(MerchantId merchant, PurchaseOrderId of, Instant since) {
        return jdbc.sql("""
                select count(*) from portal_letter
                where merchant_id = :merchant and purchase_order_id = :purchaseOrder and asked_at > :since
                  and state <> 'FAILED'
                """)
                        .param("merchant", merchant.value())
                        .param("purchaseOrder", of.value())
                        .param("since", SqlArrays.instant(since))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether the supplier was asked for its stock since then. */
    boolean isStockAsked(MerchantId merchant, SupplierId supplier, Instant since) {
        return jdbc.sql("""
                select count(*) from portal_letter
                where merchant_id = :merchant and asked_at > :since and supplier_id = :supplier
                  and kind = 'STOCK_CHECK'
                """)
                        .param("merchant", merchant.value())
                        .param("supplier", supplier.value())
                        .param("since", SqlArrays.instant(since))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Those that wait, by their ids. */
    List<Row> waiting(MerchantId merchant, List<UUID> ids) {
        return jdbc.sql("""
                select letter_id, kind, supplier_id, purchase_order_id, sealed_code, file_id, asked_at, expires_at
                from portal_letter
                where merchant_id = :merchant and letter_id = any(:ids::uuid[]) and state = 'WAITING'
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(ids))
                .query(Letters::read)
                .list();
    }

    /** Writes what became of it; its code is kept no longer. */
    void end(MerchantId merchant, UUID id, String state, @Nullable String note) {
        jdbc.sql("""
                update portal_letter set state = :state, note = :note, sealed_code = null
                where merchant_id = :merchant and letter_id = :id
                """)
                .param("state", state)
                .param("note", note, Types.VARCHAR)
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("letter_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                Optional.ofNullable(row.getObject("purchase_order_id", UUID.class))
                        .map(PurchaseOrderId::new)
                        .orElse(null),
                row.getBytes("sealed_code"),
                Optional.ofNullable(row.getObject("file_id", UUID.class))
                        .map(FeedFileId::new)
                        .orElse(null),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
