package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Connects a store to Shopify, or changes how it is connected. */
@Component
public final class DefineShopifyConnection {

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?");
    private static final Pattern LOCATION = Pattern.compile("[0-9]{1,20}");
    private static final int SHORTEST_POLL_SECONDS = 5;
    private static final int LONGEST_POLL_SECONDS = 86_400;

    private final Tenancy tenancy;
    private final ConnectionRows rows;
    private final Work work;
    private final Tasks tasks;
    private final Audit audit;
    private final Clock clock;

    DefineShopifyConnection(Tenancy tenancy, ConnectionRows rows, Work work, Tasks tasks, Audit audit, Clock clock) {
        this.tenancy = tenancy;
        this.rows = rows;
        this.work = work;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes the connection and plans its poll; opens or joins a transaction. Two webhook secrets are accepted
     * until the connection is defined again with one.
     *
     * @throws Problem INVALID_FIELD naming the field; nothing is written then
     */
    public void define(MerchantId merchant, StoreId store, ShopifyConnection wanted) {
        ShopifyConnection connection = checked(wanted);
        tenancy.run(merchant, () -> {
            rows.upsert(merchant, store, connection, clock.instant());
            work.remove(merchant, PollSchedule.KIND, List.of(store.value()));
            if (connection.pollSeconds() > 0) {
                NewWork poll =
                        new NewWork(Queues.store(store), PollSchedule.KIND, store.value(), clock.instant(), false);
                work.add(merchant, List.of(poll));
            }
            tasks.closeFor(merchant, StoreTasks.ACCESS, store.value(), "connected anew");
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "DefineShopifyConnection", "store", store.value(), null, "CONNECTED", null)));
        });
    }

    private static ShopifyConnection checked(ShopifyConnection given) {
        String domain = given.shopDomain().strip().toLowerCase(Locale.ROOT);
        require(DOMAIN.matcher(domain).matches(), "shopDomain", "must be a domain such as acme.myshopify.com");
        String base = given.apiBaseUrl() == null ? null : given.apiBaseUrl().replaceAll("/+$", "");
        require(base == null || isWebAddress(base), "apiBaseUrl", "must be a web address such as https://example.org");
        boolean byClient = given.clientId() != null || given.clientSecret() != null;
        require(
                !byClient || (hasText(given.clientId()) && hasText(given.clientSecret())),
                given.clientId() == null ? "clientId" : "clientSecret",
                "must be given together with the other of clientId and clientSecret");
        require(!byClient || given.accessToken() == null, "accessToken", "must not be given with a clientId");
        require(given.accessToken() == null || hasText(given.accessToken()), "accessToken", "must not be empty");
        List<String> secrets = given.webhookSecrets();
        if (secrets.isEmpty() && given.clientSecret() != null) {
            secrets = List.of(given.clientSecret());
        }
        require(secrets.size() <= 2, "webhookSecrets", "may be two at most: the new one and the one it replaces");
        require(secrets.stream().allMatch(DefineShopifyConnection::hasText), "webhookSecrets", "must not be empty");
        boolean canPoll = given.pollSeconds() > 0 && (byClient || given.accessToken() != null);
        require(
                canPoll || !secrets.isEmpty(),
                "webhookSecrets",
                "are needed, or an access to the API and pollSeconds: else no order could come in");
        require(
                given.pollSeconds() == 0
                        || (given.pollSeconds() >= SHORTEST_POLL_SECONDS
                                && given.pollSeconds() <= LONGEST_POLL_SECONDS),
                "pollSeconds",
                "must be 0 or between " + SHORTEST_POLL_SECONDS + " and " + LONGEST_POLL_SECONDS);
        String location = given.locationId() == null ? null : lastPart(given.locationId());
        require(
                location == null || LOCATION.matcher(location).matches(),
                "locationId",
                "must be the number of a location, or its gid");
        return new ShopifyConnection(
                domain,
                base,
                given.accessToken(),
                given.clientId(),
                given.clientSecret(),
                secrets,
                location,
                canPoll ? given.pollSeconds() : 0);
    }

    private static String lastPart(String gid) {
        return gid.substring(gid.lastIndexOf('/') + 1).strip();
    }

    private static boolean hasText(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static void require(boolean holds, String field, String whatIsNeeded) {
        if (!holds) {
            String path = "shopify." + field;
            throw new Problem(CommonProblem.INVALID_FIELD, path + " " + whatIsNeeded + ".", path);
        }
    }
}
