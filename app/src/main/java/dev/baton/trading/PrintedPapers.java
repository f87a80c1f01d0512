package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.pdf.PageSize;
import dev.baton.purchasing.PurchaseOrderId;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of purchase orders on paper; every method needs an open transaction of the merchant. */
@Component
class PrintedPapers {

    private final JdbcClient jdbc;
    private final Clock clock;

    PrintedPapers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One paper: there is at most one of a version and size, for ever. */
    record Paper(PurchaseOrderId of, int version, PageSize size) {}

    /** The bytes of a paper; empty when it was not printed yet. */
    Optional<DocumentId> find(MerchantId merchant, Paper paper) {
        return jdbc.sql("""
                select document_id from purchase_order_paper
                where merchant_id = :merchant and purchase_order_id = :order and version = :version and size = :size
                  and document_id is not null
                """)
                .param("merchant", merchant.value())
                .param("order", paper.of().value())
                .param("version", paper.version())
                .param("size", paper.size().name())
                .query((row, number) -> new DocumentId(row.getObject("document_id", UUID.class)))
                .optional();
    }

    /** True for whoever prints it first; waits for one that is just doing so. */
    boolean claim(MerchantId merchant, Paper paper) {
        return jdbc.sql("""
                insert into purchase_order_paper (merchant_id, purchase_order_id, version, size, printed_at)
                values (:merchant, :order, :version, :size, :at)
                on conflict (merchant_id, purchase_order_id, version, size) do nothing
                """)
                        .param("merchant", merchant.value())
                        .param("order", paper.of().value())
                        .param("version", paper.version())
                        .param("size", paper.size().name())
                        .param("at", SqlArrays.instant(clock.instant()))
                        .update()
                == 1;
    }

    /** Where the bytes of a paper that was claimed are kept. */
    void kept(MerchantId merchant, Paper paper, DocumentId document) {
        jdbc.sql("""
                update purchase_order_paper set document_id = :document
                where merchant_id = :merchant and purchase_order_id = :order and version = :version and size = :size
                """)
                .param("document", document.value())
                .param("merchant", merchant.value())
                .param("order", paper.of().value())
                .param("version", paper.version())
                .param("size", paper.size().name())
                .update();
    }
}
