package dev.baton.channels;

import dev.baton.channels.StoreConnection.Access;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Secrets;
import dev.baton.platform.SqlArrays;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rows of {@code store_connection}. Every method needs an open transaction of the merchant. */
@Component
class ConnectionRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Secrets secrets;

    ConnectionRows(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    private record Row(
            String shopDomain,
            @Nullable String apiBaseUrl,
            byte[] sealed,
            @Nullable String locationId,
            int pollSeconds,
            long revision,
            String state,
            Instant polledUntil) {}

    Optional<StoreConnection> find(MerchantId merchant, StoreId store) {
        return jdbc.sql("""
                select shop_domain, api_base_url, sealed, location_id, poll_seconds, revision, state, polled_until
                from store_connection
                where merchant_id = :merchant and store_id = :store
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .query((row, number) -> new Row(
                        row.getString("shop_domain"),
                        row.getString("api_base_url"),
                        row.getBytes("sealed"),
                        row.getString("location_id"),
                        row.getInt("poll_seconds"),
                        row.getLong("revision"),
                        row.getString("state"),
                        row.getTimestamp("polled_until").toInstant()))
                .optional()
                .map(row -> open(merchant, store, row));
    }

    private StoreConnection open(MerchantId merchant, StoreId store, Row row) {
        Fields clear = Fields.of(secrets.open(merchant, row.sealed()).getBytes(StandardCharsets.UTF_8));
        String base = row.apiBaseUrl() == null ? "https://" + row.shopDomain() : row.apiBaseUrl();
        return new StoreConnection(
                merchant,
                store,
                row.shopDomain(),
                URI.create(base),
                access(clear),
                clear.texts("webhookSecrets"),
                row.locationId(),
                row.pollSeconds(),
                row.revision(),
                row.state().equals("CONNECTED"),
                row.polledUntil());
    }

    private static Access access(Fields clear) {
        String token = clear.text("accessToken");
        if (token != null) {
            return new Access.StaticToken(token);
        }
        return clear.has("clientId")
                ? new Access.ClientCredentials(clear.requiredText("clientId"), clear.requiredText("clientSecret"))
                : new Access.None();
    }

    void upsert(MerchantId merchant, StoreId store, ShopifyConnection connection, Instant now) {
        jdbc.sql("""
                insert into store_connection (merchant_id, store_id, shop_domain, api_base_url, sealed, location_id,
                                              poll_seconds, revision, state, defined_at, polled_until)
                values (:merchant, :store, :domain, :base, :sealed, :location, :poll, 1, 'CONNECTED', :now, :now)
                on conflict (merchant_id, store_id) do update
                set shop_domain = excluded.shop_domain, api_base_url = excluded.api_base_url,
                    sealed = excluded.sealed, location_id = excluded.location_id,
                    poll_seconds = excluded.poll_seconds, revision = store_connection.revision + 1,
                    state = 'CONNECTED', defined_at = excluded.defined_at
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("domain", connection.shopDomain())
                .param("base", connection.apiBaseUrl())
                .param("sealed", secrets.seal(merchant, clear(connection)))
                .param("location", connection.locationId())
                .param("poll", connection.pollSeconds())
                .param("now", SqlArrays.instant(now))
                .update();
    }

    private static String clear(ShopifyConnection connection) {
        ObjectNode clear = JSON.createObjectNode();
        clear.put("schemaVersion", 1);
        clear.put("accessToken", connection.accessToken());
        clear.put("clientId", connection.clientId());
        clear.put("clientSecret", connection.clientSecret());
        connection.webhookSecrets().forEach(clear.putArray("webhookSecrets")::add);
        return clear.toString();
    }

    /** False when the connection was renewed after the given instant: the news is old. */
    boolean disconnect(MerchantId merchant, UUID store, @Nullable Instant noticedAt) {
        return jdbc.sql("""
                update store_connection set state = 'DISCONNECTED', revision = revision + 1
                where merchant_id = :merchant and store_id = :store and state = 'CONNECTED'
                  and defined_at <= coalesce(:noticed::timestamptz, defined_at)
                """)
                        .param("merchant", merchant.value())
                        .param("store", store)
                        .param("noticed", SqlArrays.instant(noticedAt))
                        .update()
                == 1;
    }

    void polledUntil(MerchantId merchant, StoreId store, Instant until) {
        jdbc.sql("""
                update store_connection set polled_until = :until
                where merchant_id = :merchant and store_id = :store and polled_until < :until
                """)
                .param("until", SqlArrays.instant(until))
                .param("merchant", merchant.value())
                .param("store", store.value())
                .update();
    }
}
