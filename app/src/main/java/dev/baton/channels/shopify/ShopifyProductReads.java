package dev.baton.channels.shopify;

import dev.baton.channels.Fields;
import dev.baton.channels.ProductReads;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreConnections;
import dev.baton.channels.UnreadableDocument;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one whole product from Shopify, page by page. */
@Component
class ShopifyProductReads implements ProductReads {

    /** A product has 2,048 variants at most, a page has 100. Source: shopify.dev, "Product model". */
    private static final int MOST_PAGES = 21;

    private static final Duration WAIT = Duration.ofSeconds(30);

    private final StoreConnections connections;
    private final AdminApi api;
    private final Clock clock;

    ShopifyProductReads(StoreConnections connections, AdminApi api, Clock clock) {
        this.connections = connections;
        this.api = api;
        this.clock = clock;
    }

    @Override
    public Answer read(MerchantId merchant, StoreId store, String productId) {
        Optional<StoreConnection> connection = connections.current(merchant, store);
        if (connection.isEmpty() || !connection.get().canCall()) {
            return new Answer.Untold("the product was not told whole, and the store cannot be asked");
        }
        try {
            return read(connection.get(), productId);
        } catch (UnreadableDocument unreadable) {
            return new Answer.Untold("the product " + productId + " cannot be read: " + unreadable.reason());
        }
    }

    private Answer read(StoreConnection connection, String productId) {
        Instant readAt = clock.instant();
        List<Fields> variants = new ArrayList<>();
        Fields first = null;
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            ApiAnswer answer = api.ask(connection, Query.PRODUCT, variables(productId, cursor));
            if (!(answer instanceof ApiAnswer.Told told)) {
                return notRead(answer);
            }
            Fields product = product(told);
            if (product == null) {
                return new Answer.Gone();
            }
            if (first != null && changed(first, product)) {
                return new Answer.Later(Duration.ofSeconds(1), "the product changed while it was read");
            }
            first = first == null ? product : first;
            Fields list = product.object("variants");
            variants.addAll(list == null ? List.of() : list.list("nodes"));
            cursor = next(list);
            if (cursor == null) {
                return new Answer.Found(GraphProduct.read(first, variants, readAt));
            }
        }
        return new Answer.Untold("the product " + productId + " has more variants than can be read");
    }

    private static boolean changed(Fields first, Fields later) {
        return !later.requiredText("updatedAt").equals(first.requiredText("updatedAt"));
    }

    private static Map<String, Object> variables(String productId, @Nullable String cursor) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("id", "gid://shopify/Product/" + productId);
        if (cursor != null) {
            variables.put("after", cursor);
        }
        return variables;
    }

    private static @Nullable Fields product(ApiAnswer.Told told) {
        Fields data = Fields.of(told.root().toString().getBytes(StandardCharsets.UTF_8))
                .object("data");
        return data == null ? null : data.object("product");
    }

    private static @Nullable String next(@Nullable Fields list) {
        Fields page = list == null ? null : list.object("pageInfo");
        return page != null && page.flag("hasNextPage", false) ? page.text("endCursor") : null;
    }

    private static Answer notRead(ApiAnswer answer) {
        return switch (answer) {
            case ApiAnswer.Told ignored -> throw new IllegalStateException("it was read");
            case ApiAnswer.Throttled throttled -> new Answer.Later(throttled.pause(), "the store asks us to slow down");
            case ApiAnswer.Denied denied -> new Answer.Denied(denied.why());
            case ApiAnswer.NotDone later -> new Answer.Later(WAIT, later.why());
            case ApiAnswer.Unknown unknown -> new Answer.Later(WAIT, unknown.why());
            case ApiAnswer.Refused refused -> new Answer.Untold(refused.why());
        };
    }
}
