package dev.baton.trading.requests;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.DocumentId;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.requests.SupplierRequest.Kept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what suppliers sent; every method needs an open transaction of the merchant. */
@Component
class SupplierRequests {

    private static final int LONGEST_PATH = 400;
    private static final int FIRST_REFUSAL = 400;

    private static final String SELECT = """
            select id, supplier_id, purchase_order_id, method, path, document_id, size_bytes, received_at,
                   correlation_id, http_status, problem_code, repeats, repeated_at
            from supplier_request
            """;

    private final JdbcClient jdbc;
    private final Ids ids;

    SupplierRequests(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Keeps a request, or counts it where the same was answered alike before. */
    void insert(
            MerchantId merchant,
            NewSupplierRequest request,
            @Nullable PurchaseOrderId purchaseOrder,
            @Nullable DocumentId document) {
        jdbc.sql("""
                insert into supplier_request (merchant_id, id, supplier_id, purchase_order_id, method, path, fingerprint,
                                              document_id, size_bytes, received_at, correlation_id, http_status,
                                              problem_code, repeats)
                values (:merchant, :id, :supplier, :order::uuid, :method, :path, :fingerprint, :document::uuid, :bytes,
                        :at, :correlation, :status, :code, 0)
                on conflict (merchant_id, supplier_id, fingerprint, http_status, problem_code)
                do update set repeats = supplier_request.repeats + 1, repeated_at = excluded.received_at
                """)
                .param("merchant", merchant.value())
                .param("id", ids.next())
                .param("supplier", request.supplier().value())
                .param("order", purchaseOrder == null ? null : purchaseOrder.value())
                .param("method", request.method())
                .param(
                        "path",
                        request.path()
                                .substring(
                                        0, Math.min(LONGEST_PATH, request.path().length())))
                .param("fingerprint", request.fingerprint())
                .param("document", document == null ? null : document.value())
                .param("bytes", request.bytes())
                .param("at", SqlArrays.instant(request.receivedAt()))
                .param("correlation", request.correlationId())
                .param("status", request.httpStatus())
                .param("code", request.problemCode())
                .update();
    }

    /** The body of the same request, whatever that was answered; empty when it is not here. */
    Optional<DocumentId> bodyOf(MerchantId merchant, NewSupplierRequest request) {
        return jdbc.sql("""
                select document_id from supplier_request
                where merchant_id = :merchant and supplier_id = :supplier and fingerprint = :fingerprint
                  and document_id is not null
                limit 1
                """)
                .param("merchant", merchant.value())
                .param("supplier", request.supplier().value())
                .param("fingerprint", request.fingerprint())
                .query((row, number) -> new DocumentId(row.getObject("document_id", UUID.class)))
                .optional();
    }

    /** Of one supplier, newest first, below the given id. */
    List<SupplierRequest> page(MerchantId merchant, SupplierId supplier, UUID below, int limit) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and supplier_id = :supplier and id < :below
                order by merchant_id desc, supplier_id desc, id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("below", below)
                .param("limit", limit)
                .query(SupplierRequests::read)
                .list();
    }

    /** About one purchase order, newest first. */
    List<SupplierRequest> about(MerchantId merchant, PurchaseOrderId purchaseOrder, int limit) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and purchase_order_id = :order
                order by merchant_id desc, purchase_order_id desc, id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("order", purchaseOrder.value())
                .param("limit", limit)
                .query(SupplierRequests::read)
                .list();
    }

    Optional<SupplierRequest> find(MerchantId merchant, UUID id) {
        return jdbc.sql(SELECT + """
                where merchant_id = :merchant and id = :id
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .query(SupplierRequests::read)
                .optional();
    }

    /** Its body; empty when it is not kept here. */
    Optional<DocumentId> body(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                select document_id from supplier_request
                where merchant_id = :merchant and id = :id and document_id is not null
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .query((row, number) -> new DocumentId(row.getObject("document_id", UUID.class)))
                .optional();
    }

    private static SupplierRequest read(ResultSet row, int number) throws SQLException {
        UUID order = row.getObject("purchase_order_id", UUID.class);
        Timestamp repeated = row.getTimestamp("repeated_at");
        int status = row.getInt("http_status");
        return new SupplierRequest(
                row.getObject("id", UUID.class),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                order == null ? null : new PurchaseOrderId(order),
                row.getString("method"),
                row.getString("path"),
                row.getLong("size_bytes"),
                row.getObject("document_id", UUID.class) != null
                        ? Kept.HERE
                        : status < FIRST_REFUSAL ? Kept.AS_FILE : Kept.TOO_LARGE,
                row.getTimestamp("received_at").toInstant(),
                row.getString("correlation_id"),
                status,
                row.getString("problem_code"),
                row.getInt("repeats"),
                repeated == null ? null : repeated.toInstant());
    }
}
