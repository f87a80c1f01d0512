package dev.baton.trading.feeds;

import dev.baton.inventory.FeedRunId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.DocumentId;
import dev.baton.trading.sources.FileSource;
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

/** The table feed_file. Every method needs an open transaction. */
@Component
final class FeedFiles {

    private static final UUID LAST = new UUID(-1L, -1L);

    private final JdbcClient jdbc;

    FeedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(MerchantId merchant, FeedFile file, byte[] sha256) {
        jdbc.sql("""
                insert into feed_file (merchant_id, file_id, feed_id, version, run_id, document_id, name, bytes, sha256,
                                       received_at, came_by, mends)
                values (:merchant, :file, :feed, :version, :run, :document, :name, :bytes, :sha256, :receivedAt,
                        :cameBy, :mends)
                """)
                .param("merchant", merchant.value())
                .param("file", file.id().value())
                .param("feed", file.feed().value())
                .param("version", file.version())
                .param("run", file.run().value())
                .param("document", file.document().value())
                .param("name", file.name())
                .param("bytes", file.bytes())
                .param("sha256", sha256)
                .param("receivedAt", SqlArrays.instant(file.receivedAt()))
                .param("cameBy", file.cameBy().name())
                .param("mends", file.mends() == null ? null : file.mends().value(), Types.OTHER)
                .update();
    }

    Optional<FeedFile> find(MerchantId merchant, FeedFileId id) {
        return jdbc.sql("""
                select file_id, feed_id, version, run_id, document_id, name, bytes, received_at, came_by, mends,
                       unreadable, asked_at, answer
                from feed_file
                where merchant_id = :merchant and file_id = :file
                """)
                .param("merchant", merchant.value())
                .param("file", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The feed's files before one (null = from the newest), newest first. */
    List<FeedFile> page(MerchantId merchant, FeedId feed, @Nullable FeedFileId before, int limit) {
        return jdbc.sql("""
                select file_id, feed_id, version, run_id, document_id, name, bytes, received_at, came_by, mends,
                       unreadable, asked_at, answer
                from feed_file
                where merchant_id = :merchant and feed_id = :feed and file_id < :before
                order by file_id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("feed", feed.value())
                .param("before", before == null ? LAST : before.value())
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    void unreadable(MerchantId merchant, FeedFileId id, String why) {
        jdbc.sql("update feed_file set unreadable = :why where merchant_id = :merchant and file_id = :file")
                .param("why", why)
                .param("merchant", merchant.value())
                .param("file", id.value())
                .update();
    }

    /** Notes that the supplier was asked; false when it had been already. */
    boolean asked(MerchantId merchant, FeedFileId id, Instant at) {
        return jdbc.sql("""
                update feed_file set asked_at = :at
                where merchant_id = :merchant and file_id = :file and asked_at is null
                """)
                        .param("at", SqlArrays.instant(at))
                        .param("merchant", merchant.value())
                        .param("file", id.value())
                        .update()
                == 1;
    }

    /** Keeps the supplier's answer; false when there is one already. */
    boolean answered(MerchantId merchant, FeedFileId id, FeedFile.Answer answer, Instant at) {
        return jdbc.sql("""
                update feed_file set answer = :answer, answered_at = :at
                where merchant_id = :merchant and file_id = :file and answer is null
                """)
                        .param("answer", answer.name())
                        .param("at", SqlArrays.instant(at))
                        .param("merchant", merchant.value())
                        .param("file", id.value())
                        .update()
                == 1;
    }

    private static FeedFile read(ResultSet row) throws SQLException {
        @Nullable UUID mends = row.getObject("mends", UUID.class);
        @Nullable String answer = row.getString("answer");
        return new FeedFile(
                new FeedFileId(row.getObject("file_id", UUID.class)),
                new FeedId(row.getObject("feed_id", UUID.class)),
                row.getInt("version"),
                new FeedRunId(row.getObject("run_id", UUID.class)),
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getString("name"),
                row.getLong("bytes"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                FileSource.Kind.valueOf(row.getString("came_by")),
                mends == null ? null : new FeedFileId(mends),
                row.getString("unreadable"),
                Feeds.instant(row, "asked_at"),
                answer == null ? null : FeedFile.Answer.valueOf(answer));
    }
}
