package dev.baton.notifications;

import dev.baton.merchants.MessageKind;
import dev.baton.merchants.StoreId;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.SubjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail to a customer: ids and where it stands, nothing of the person.
 *
 * @param sendAfter until then further events of the order join it
 * @param template what it says, such as {@code order.part_shipped}; null = not rendered yet
 * @param language of its words; null = not rendered yet
 * @param document the rendered mail; null = not rendered yet
 * @param attempts how often the mail server was spoken to
 * @param sentAt when the mail server took it; null = not, or nobody knows
 * @param reason why it stands where it stands; null = nothing to say
 */
public record Message(
        MessageId id,
        SalesOrderId order,
        StoreId store,
        SubjectId subject,
        MessageKind kind,
        MessageState state,
        Instant plannedAt,
        Instant sendAfter,
        @Nullable String template,
        @Nullable String language,
        @Nullable DocumentId document,
        int attempts,
        @Nullable Instant attemptedAt,
        @Nullable Instant sentAt,
        @Nullable String reason) {}
