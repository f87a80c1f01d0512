package dev.baton.api;

import dev.baton.notifications.MailText;
import dev.baton.notifications.Message;
import dev.baton.notifications.MessageId;
import dev.baton.notifications.MessageLookup;
import dev.baton.notifications.MessageState;
import dev.baton.notifications.ResendMessages;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mails to customers. */
@RestController
@RequestMapping("/api/v1/messages")
@Tag(name = "Messages")
class MessageCalls {

    private final Tenancy tenancy;
    private final MessageLookup messages;
    private final ResendMessages resendMessages;

    MessageCalls(Tenancy tenancy, MessageLookup messages, ResendMessages resendMessages) {
        this.tenancy = tenancy;
        this.messages = messages;
        this.resendMessages = resendMessages;
    }

    /**
     * A mail to a customer.
     *
     * @param order id of the order it is about
     * @param kind what sort of thing is told
     * @param template what it says, such as {@code order.part_shipped}; null = not worded yet
     * @param reason why it stands where it stands; null = nothing to say
     */
    record MessageBody(
            String id,
            String order,
            String kind,
            String state,
            @Nullable String template,
            @Nullable String language,
            Instant plannedAt,
            Instant sendAfter,
            int attempts,
            @Nullable Instant attemptedAt,
            @Nullable Instant sentAt,
            @Nullable String reason) {

        static MessageBody of(Message message) {
            return new MessageBody(
                    message.id().value().toString(),
                    message.order().value().toString(),
                    Lists.word(message.kind()),
                    Lists.word(message.state()),
                    message.template(),
                    message.language(),
                    message.plannedAt(),
                    message.sendAfter(),
                    message.attempts(),
                    message.attemptedAt(),
                    message.sentAt(),
                    message.reason());
        }
    }

    /**
     * A mail with its words.
     *
     * @param mail null = not worded yet, or its person was erased
     */
    record WordedMessage(MessageBody message, @Nullable MailBody mail) {}

    /** The words of a mail. */
    record MailBody(String to, String from, String replyTo, String subject, String text, String html) {

        static MailBody of(MailText mail) {
            return new MailBody(mail.to(), mail.from(), mail.replyTo(), mail.subject(), mail.text(), mail.html());
        }
    }

    record ResentMessage(String id, String state) {}

    @Operation(
            summary = "List mails to customers, newest first",
            description =
                    "state=unknown lists those that may or may not have left: Baton never sends them again by itself.")
    @Needs({Scope.READ, Scope.ORDERS})
    @GetMapping
    Page<MessageBody> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID order,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int rows = Page.limit(limit);
        MessageState one = Lists.state(MessageState.class, state);
        Set<MessageState> states = one == null ? EnumSet.allOf(MessageState.class) : EnumSet.of(one);
        UUID below = Page.cursor(cursor);
        return tenancy.inTransaction(
                caller.merchant(),
                () -> Page.of(
                        messages.page(
                                caller.merchant(),
                                order == null ? null : new SalesOrderId(order),
                                states,
                                below == null ? null : new MessageId(below),
                                rows + 1),
                        rows,
                        MessageBody::of,
                        message -> message.id().value()));
    }

    @Operation(summary = "Read a mail to a customer with its words")
    @Needs({Scope.READ, Scope.ORDERS})
    @GetMapping("/{id}")
    WordedMessage one(Caller caller, @PathVariable UUID id) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            Message message = messages.find(caller.merchant(), new MessageId(id))
                    .orElseThrow(() -> new Problem(
                            CommonProblem.NOT_FOUND, "There is no such message; take its id from the list."));
            return new WordedMessage(
                    MessageBody.of(message),
                    messages.text(caller.merchant(), message).map(MailBody::of).orElse(null));
        });
    }

    @Operation(
            summary = "Send a mail to a customer once more",
            description = "The same words under the same Message-ID. One that was withheld is worded now.")
    @Needs(Scope.ORDERS)
    @PostMapping("/{id}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResentMessage resend(Caller caller, @PathVariable UUID id) {
        MessageState state = resendMessages.resend(caller.merchant(), new MessageId(id));
        return new ResentMessage(id.toString(), Lists.word(state));
    }
}
