package dev.baton.channels;

import dev.baton.channels.CataloguePull.State;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of {@code catalogue_pull}. Every method needs an open transaction of the merchant; every step names the
 * one before, and answers false when the pull is not there any more.
 */
@Component
public class CataloguePulls {

    private final JdbcClient jdbc;

    CataloguePulls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest pull of a store. */
    public Optional<CataloguePull> latest(MerchantId merchant, StoreId store) {
        return jdbc.sql("""
                select pull_id, store_id, state, operation_id, file_url, read_bytes, products, variants, unreadable,
                       begun_at, asked_at, ended_at, reason
                from catalogue_pull
                where merchant_id = :merchant and store_id = :store
                order by pull_id desc
                limit 1
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .query(CataloguePulls::read)
                .optional();
    }

    /** The pull of that id. */
    public Optional<CataloguePull> find(MerchantId merchant, UUID pull) {
        return jdbc.sql("""
                select pull_id, store_id, state, operation_id, file_url, read_bytes, products, variants, unreadable,
                       begun_at, asked_at, ended_at, reason
                from catalogue_pull
                where merchant_id = :merchant and pull_id = :pull
                """)
                .param("merchant", merchant.value())
                .param("pull", pull)
                .query(CataloguePulls::read)
                .optional();
    }

    private static CataloguePull read(ResultSet row, int number) throws SQLException {
        return new CataloguePull(
                row.getObject("pull_id", UUID.class),
                new StoreId(row.getObject("store_id", UUID.class)),
                State.valueOf(row.getString("state")),
                row.getString("operation_id"),
                row.getString("file_url"),
                row.getLong("read_bytes"),
                row.getLong("products"),
                row.getLong("variants"),
                row.getLong("unreadable"),
                row.getTimestamp("begun_at").toInstant(),
                instant(row.getTimestamp("asked_at")),
                instant(row.getTimestamp("ended_at")),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** False when a pull of the store is open already. */
    boolean begin(MerchantId merchant, StoreId store, UUID pull, Instant now) {
        return jdbc.sql("""
                insert into catalogue_pull (merchant_id, pull_id, store_id, state, read_bytes, products, variants,
                                            unreadable, begun_at)
                values (:merchant, :pull, :store, 'PLANNED', 0, 0, 0, 0, :now)
                on conflict (merchant_id, store_id) where ended_at is null do nothing
                """)
                        .param("merchant", merchant.value())
                        .param("pull", pull)
                        .param("store", store.value())
                        .param("now", SqlArrays.instant(now))
                        .update()
                == 1;
    }

    /** The store writes the file as of the given time. */
    public boolean running(MerchantId merchant, UUID pull, String operation, Instant askedAt) {
        return jdbc.sql("""
                update catalogue_pull set state = 'RUNNING', operation_id = :operation, asked_at = :asked
                where merchant_id = :merchant and pull_id = :pull and state = 'PLANNED'
                """)
                        .param("operation", operation)
                        .param("asked", SqlArrays.instant(askedAt))
                        .param("merchant", merchant.value())
                        .param("pull", pull)
                        .update()
                == 1;
    }

    /** The store's operation came to nothing, or its file is gone: the store is to be asked anew. */
    public boolean again(MerchantId merchant, UUID pull, String why) {
        return jdbc.sql("""
                update catalogue_pull
                set state = 'PLANNED', operation_id = null, file_url = null, read_bytes = 0, products = 0,
                    variants = 0, unreadable = 0, reason = :why
                where merchant_id = :merchant and pull_id = :pull and state in ('RUNNING', 'READING')
                """)
                        .param("why", why)
                        .param("merchant", merchant.value())
                        .param("pull", pull)
                        .update()
                == 1;
    }

    /** The file is written; a null url means that there is nothing in it. */
    public boolean written(MerchantId merchant, UUID pull, @Nullable String url) {
        return jdbc.sql("""
                update catalogue_pull
                set state = case when :url::text is null then 'SWEEPING' else 'READING' end, file_url = :url::text
                where merchant_id = :merchant and pull_id = :pull and state = 'RUNNING'
                """)
                        .param("url", url)
                        .param("merchant", merchant.value())
                        .param("pull", pull)
                        .update()
                == 1;
    }

    /**
     * What one part of the file added.
     *
     * @param from bytes that were kept before
     * @param to bytes that are kept with it
     */
    public record Part(long from, long to, int products, int variants, int unreadable) {}

    /** A part of the file is kept; false when another reader kept it before. */
    public boolean kept(MerchantId merchant, UUID pull, Part part) {
        return jdbc.sql("""
                update catalogue_pull
                set read_bytes = :to, products = products + :products, variants = variants + :variants,
                    unreadable = unreadable + :unreadable
                where merchant_id = :merchant and pull_id = :pull and state = 'READING' and read_bytes = :from
                """)
                        .param("to", part.to())
                        .param("products", part.products())
                        .param("variants", part.variants())
                        .param("unreadable", part.unreadable())
                        .param("merchant", merchant.value())
                        .param("pull", pull)
                        .param("from", part.from())
                        .update()
                == 1;
    }

    /** The file is read to its end. */
    public boolean read(MerchantId merchant, UUID pull) {
        return jdbc.sql("""
                update catalogue_pull set state = 'SWEEPING'
                where merchant_id = :merchant and pull_id = :pull and state = 'READING'
                """)
                        .param("merchant", merchant.value())
                        .param("pull", pull)
                        .update()
                == 1;
    }

    /** It is over. */
    public boolean end(MerchantId merchant, UUID pull, State state, @Nullable String reason, Instant now) {
        return jdbc.sql("""
                update catalogue_pull set state = :state, reason = :reason, ended_at = :now, file_url = null
                where merchant_id = :merchant and pull_id = :pull and ended_at is null
                """)
                        .param("state", state.name())
                        .param("reason", reason)
                        .param("now", SqlArrays.instant(now))
                        .param("merchant", merchant.value())
                        .param("pull", pull)
                        .update()
                == 1;
    }
}
