package dev.baton.world.shopify;

import dev.baton.world.http.Body;
import java.time.Instant;

/**
 * Something happened at the shop and is to be told by webhook.
 *
 * @param topic such as {@code orders/create}
 * @param eventId the same for every delivery of this event
 * @param body the webhook's body as it was when it happened
 */
public record ShopEvent(String topic, long orderId, String eventId, Instant triggeredAt, Body body) {}
