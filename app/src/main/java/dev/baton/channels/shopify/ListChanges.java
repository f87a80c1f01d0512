package dev.baton.channels.shopify;

import dev.baton.channels.Fields;
import dev.baton.channels.Inbox;
import dev.baton.channels.SeenVersions;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.UnreadableDocument;
import dev.baton.platform.Tenancy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lists the orders a store has changed, oldest change first, a few pages at a time. It looks back beyond what is
 * known, for a change that was committed late stands behind the mark (D11), and leaves the last two seconds for the
 * next round, for the store's times have whole seconds and a second change in the same second would be missed.
 */
@Component
class ListChanges {

    static final Duration LOOK_BACK = Duration.ofMinutes(10);

    private static final Duration SETTLING = Duration.ofSeconds(2);

    /** A store whose clock is further ahead than this is not waited for. */
    private static final Duration CLOCKS_DISAGREE = Duration.ofSeconds(60);

    private static final int PAGE = 100;
    private static final int MOST_UNKNOWN_PER_ROUND = 200;

    private final AdminApi api;
    private final Inbox inbox;
    private final SeenVersions seen;
    private final Tenancy tenancy;
    private final Clock clock;

    ListChanges(AdminApi api, Inbox inbox, SeenVersions seen, Tenancy tenancy, Clock clock) {
        this.api = api;
        this.inbox = inbox;
        this.seen = seen;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** An order in the version the store lists; {@code isKnown} when that version or a newer one is kept. */
    record Change(String storeOrderId, Instant updatedAt, boolean isKnown) {

        /** The delivery key under which this version is kept. */
        String key() {
            return storeOrderId + "@" + updatedAt;
        }
    }

    /**
     * A round's list.
     *
     * @param changes oldest first
     * @param more whether there is more to list right away
     * @param failed why the list breaks off, or null
     */
    record Listed(
            List<Change> changes, boolean more, @Nullable ApiAnswer failed) {}

    Listed since(StoreConnection connection) {
        Instant from = connection.polledUntil().minus(LOOK_BACK).truncatedTo(ChronoUnit.SECONDS);
        Instant now = clock.instant();
        List<Change> changes = new ArrayList<>();
        String cursor = null;
        int unknown = 0;
        do {
            ApiAnswer answer = api.ask(connection, Query.ORDERS_UPDATED, variables(from, cursor));
            if (!(answer instanceof ApiAnswer.Told data)) {
                return new Listed(changes, false, answer);
            }
            Page page;
            try {
                page = page(Fields.of(data.root().toString().getBytes(StandardCharsets.UTF_8)));
            } catch (UnreadableDocument unreadable) {
                return new Listed(
                        changes, false, new ApiAnswer.Refused("the list cannot be read: " + unreadable.reason()));
            }
            for (Change change : known(connection, page.changes())) {
                if (isSettling(change.updatedAt(), now)) {
                    return new Listed(changes, false, null);
                }
                changes.add(change);
                unknown += change.isKnown() ? 0 : 1;
            }
            cursor = page.next();
        } while (cursor != null && unknown < MOST_UNKNOWN_PER_ROUND);
        return new Listed(changes, cursor != null, null);
    }

    private static Map<String, Object> variables(Instant from, @Nullable String cursor) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("first", PAGE);
        variables.put("query", "updated_at:>='" + from + "'");
        if (cursor != null) {
            variables.put("after", cursor);
        }
        return variables;
    }

    private record Page(List<Change> changes, @Nullable String next) {}

    private static Page page(Fields answer) {
        Fields data = answer.object("data");
        Fields orders = data == null ? null : data.object("orders");
        if (orders == null) {
            throw answer.wrong("data.orders", "is missing");
        }
        List<Change> changes = new ArrayList<>();
        for (Fields node : orders.list("nodes")) {
            Instant updated = node.instant("updatedAt");
            if (updated != null) {
                changes.add(new Change(OrderWords.id(node, "id"), updated, false));
            }
        }
        Fields info = orders.object("pageInfo");
        String next = info != null && info.flag("hasNextPage", false) ? info.text("endCursor") : null;
        return new Page(changes, next);
    }

    private List<Change> known(StoreConnection connection, List<Change> listed) {
        if (listed.isEmpty()) {
            return listed;
        }
        Set<String> kept = tenancy.inTransaction(
                connection.merchant(),
                () -> inbox.knownKeys(
                        connection.merchant(),
                        connection.store(),
                        PollOrders.TOPIC,
                        listed.stream().map(Change::key).toList()));
        return listed.stream()
                .map(change -> new Change(
                        change.storeOrderId(),
                        change.updatedAt(),
                        kept.contains(change.key())
                                || seen.knows(connection.store(), change.storeOrderId(), change.updatedAt())))
                .toList();
    }

    private static boolean isSettling(Instant updatedAt, Instant now) {
        return updatedAt.isAfter(now.minus(SETTLING)) && updatedAt.isBefore(now.plus(CLOCKS_DISAGREE));
    }
}
