package dev.baton.trading.prices;

import dev.baton.catalog.PriceRunId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table price_list_file. Every method needs an open transaction. */
@Component
final class PriceFiles {

    private static final UUID LAST = new UUID(-1L, -1L);

    private final JdbcClient jdbc;

    PriceFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(MerchantId merchant, PriceFile file, byte[] sha256) {
        jdbc.sql("""
                insert into price_list_file (merchant_id, file_id, list_id, version, run_id, document_id, name, bytes,
                                             sha256, received_at, mends)
                values (:merchant, :file, :list, :version, :run, :document, :name, :bytes, :sha256, :receivedAt, :mends)
                """)
                .param("merchant", merchant.value())
                .param("file", file.id().value())
                .param("list", file.list().value())
                .param("version", file.version())
                .param("run", file.run().value())
                .param("document", file.document().value())
                .param("name", file.name())
                .param("bytes", file.bytes())
                .param("sha256", sha256)
                .param("receivedAt", SqlArrays.instant(file.receivedAt()))
                .param("mends", file.mends() == null ? null : file.mends().value(), Types.OTHER)
                .update();
    }

    Optional<PriceFile> find(MerchantId merchant, PriceFileId id) {
        return jdbc.sql("""
                select file_id, list_id, version, run_id, document_id, name, bytes, received_at, mends, unreadable
                from price_list_file
                where merchant_id = :merchant and file_id = :file
                """)
                .param("merchant", merchant.value())
                .param("file", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The list's files before one (null = from the newest), newest first. */
    List<PriceFile> page(MerchantId merchant, PriceListId list, @Nullable PriceFileId before, int limit) {
        return jdbc.sql("""
                select file_id, list_id, version, run_id, document_id, name, bytes, received_at, mends, unreadable
                from price_list_file
                where merchant_id = :merchant and list_id = :list and file_id < :before
                order by file_id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("list", list.value())
                .param("before", before == null ? LAST : before.value())
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** The files of these runs, with the codes of their lists. */
    Map<PriceRunId, PriceListLookup.Edition> editions(MerchantId merchant, Collection<PriceRunId> runs) {
        Map<PriceRunId, PriceListLookup.Edition> editions = new HashMap<>();
        jdbc.sql("""
                select f.run_id, f.file_id, f.name, l.code
                from price_list_file f
                join price_list l on l.merchant_id = f.merchant_id and l.list_id = f.list_id
                where f.merchant_id = :merchant and f.run_id = any(:runs::uuid[])
                """)
                .param("merchant", merchant.value())
                .param(
                        "runs",
                        SqlArrays.uuids(runs.stream().map(PriceRunId::value).toList()))
                .query(row -> {
                    editions.put(
                            new PriceRunId(row.getObject("run_id", UUID.class)),
                            new PriceListLookup.Edition(
                                    row.getString("code"),
                                    new PriceFileId(row.getObject("file_id", UUID.class)),
                                    row.getString("name")));
                });
        return editions;
    }

    void unreadable(MerchantId merchant, PriceFileId id, String why) {
        jdbc.sql("update price_list_file set unreadable = :why where merchant_id = :merchant and file_id = :file")
                .param("why", why)
                .param("merchant", merchant.value())
                .param("file", id.value())
                .update();
    }

    private static PriceFile read(ResultSet row) throws SQLException {
        @Nullable UUID mends = row.getObject("mends", UUID.class);
        return new PriceFile(
                new PriceFileId(row.getObject("file_id", UUID.class)),
                new PriceListId(row.getObject("list_id", UUID.class)),
                row.getInt("version"),
                new PriceRunId(row.getObject("run_id", UUID.class)),
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getString("name"),
                row.getLong("bytes"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                mends == null ? null : new PriceFileId(mends),
                row.getString("unreadable"));
    }
}
