package dev.baton.trading.sources;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table file_source. Every method needs an open transaction. */
@Component
public final class FileSources {

    private final JdbcClient jdbc;

    FileSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What earlier looks at the source saw. */
    record Seen(
            @Nullable String seenMark,
            @Nullable String takenMark,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String hostKey) {

        static final Seen NOTHING = new Seen(null, null, null, null, null);
    }

    /** What a new definition leaves of a source. */
    public enum Kept {
        /** Another server, or another way: all that was seen of the one before says nothing of it. */
        NOTHING,
        /** The server, by the key it is known by; files of it are new. */
        SERVER,
        /** All. */
        ALL
    }

    /**
     * Keeps a source; what was seen of another says nothing of a new one, and its secret is not told to it.
     *
     * @param id what the files are fetched for
     * @param sealed its secret; null keeps the one stored for this server
     */
    public void define(MerchantId merchant, UUID id, byte @Nullable [] sealed, Kept kept) {
        jdbc.sql("""
                insert into file_source (merchant_id, source_id, sealed_secret)
                values (:merchant, :id, :sealed)
                on conflict (merchant_id, source_id) do update
                set sealed_secret = coalesce(excluded.sealed_secret,
                                             case when :server then file_source.sealed_secret end),
                    seen_mark = case when :same then file_source.seen_mark end,
                    taken_mark = case when :same then file_source.taken_mark end,
                    etag = case when :same then file_source.etag end,
                    last_modified = case when :same then file_source.last_modified end,
                    host_key = case when :server then file_source.host_key end, trouble = null
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .param("sealed", sealed, Types.BINARY)
                .param("same", kept == Kept.ALL)
                .param("server", kept != Kept.NOTHING)
                .update();
    }

    /** Forgets the secret: nobody asks for one any more. */
    public void forgetSecret(MerchantId merchant, UUID id) {
        jdbc.sql("""
                update file_source set sealed_secret = null
                where merchant_id = :merchant and source_id = :id and sealed_secret is not null
                """).param("merchant", merchant.value()).param("id", id).update();
    }

    Optional<byte[]> secret(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                select sealed_secret from file_source
                where merchant_id = :merchant and source_id = :id and sealed_secret is not null
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .query((row, number) -> row.getBytes("sealed_secret"))
                .optional();
    }

    Seen seen(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                select seen_mark, taken_mark, etag, last_modified, host_key from file_source
                where merchant_id = :merchant and source_id = :id
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .query((row, number) -> new Seen(
                        row.getString("seen_mark"),
                        row.getString("taken_mark"),
                        row.getString("etag"),
                        row.getString("last_modified"),
                        row.getString("host_key")))
                .optional()
                .orElse(Seen.NOTHING);
    }

    /** The first host key seen is pinned. */
    void saw(MerchantId merchant, UUID id, String mark, @Nullable String hostKey) {
        jdbc.sql("""
                update file_source set seen_mark = :mark, host_key = coalesce(host_key, :hostKey)
                where merchant_id = :merchant and source_id = :id
                """)
                .param("mark", mark)
                .param("hostKey", hostKey, Types.VARCHAR)
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
    }

    /** The first host key seen is pinned. */
    void took(MerchantId merchant, UUID id, Fetched.Taken taken) {
        jdbc.sql("""
                update file_source
                set taken_mark = :mark, seen_mark = null, etag = :etag, last_modified = :lastModified,
                    host_key = coalesce(host_key, :hostKey)
                where merchant_id = :merchant and source_id = :id
                """)
                .param("mark", taken.mark(), Types.VARCHAR)
                .param("etag", taken.etag(), Types.VARCHAR)
                .param("lastModified", taken.lastModified(), Types.VARCHAR)
                .param("hostKey", taken.hostKey(), Types.VARCHAR)
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
    }

    void checked(MerchantId merchant, UUID id, @Nullable String trouble, Instant at) {
        jdbc.sql("""
                update file_source set checked_at = :at, trouble = :trouble
                where merchant_id = :merchant and source_id = :id
                """)
                .param("at", SqlArrays.instant(at))
                .param("trouble", trouble, Types.VARCHAR)
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
    }
}
