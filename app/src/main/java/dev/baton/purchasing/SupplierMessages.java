package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.DocumentId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of suppliers' messages; every method needs an open transaction of the merchant. */
@Component
class SupplierMessages {

    private static final int MOST = 200;

    /** A message with its words still sealed. */
    record Row(UUID id, DocumentId words, Instant writtenAt) {}

    private final JdbcClient jdbc;

    SupplierMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(MerchantId merchant, PurchaseOrderId about, Row row) {
        jdbc.sql("""
                insert into supplier_message (merchant_id, message_id, purchase_order_id, document_id, written_at)
                values (:merchant, :id, :purchaseOrder, :document, :at)
                """)
                .param("merchant", merchant.value())
                .param("id", row.id())
                .param("purchaseOrder", about.value())
                .param("document", row.words().value())
                .param("at", SqlArrays.instant(row.writtenAt()))
                .update();
    }

    /** The latest, oldest first. */
    List<Row> of(MerchantId merchant, PurchaseOrderId about) {
        return jdbc.sql("""
                select message_id, document_id, written_at from supplier_message
                where merchant_id = :merchant and purchase_order_id = :purchaseOrder
                order by merchant_id desc, purchase_order_id desc, message_id desc
                limit :most
                """)
                .param("merchant", merchant.value())
                .param("purchaseOrder", about.value())
                .param("most", MOST)
                .query((row, number) -> new Row(
                        row.getObject("message_id", UUID.class),
                        new DocumentId(row.getObject("document_id", UUID.class)),
                        row.getObject("written_at", OffsetDateTime.class).toInstant()))
                .list()
                .reversed();
    }
}
