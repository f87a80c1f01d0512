package dev.baton.trading;

import dev.baton.merchants.Brand;
import dev.baton.platform.MerchantId;
import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.Letter.Attachment;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MessageIds;
import dev.baton.suppliers.MailChannel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who a mail to a supplier is from, who reads it, and by what it is known again when it comes back.
 *
 * @param key of the transmission, such as {@code 1001-1.v1}
 * @param date of the mail, fixed before its first attempt
 */
record Envelope(MerchantId merchant, String key, Brand brand, MailAddress own, MailChannel to, Instant date) {

    /** Who is written to, read from an address that was checked when it was stated. */
    static MailAddress address(String checked) {
        return MailAddress.read(checked)
                .orElseThrow(() -> new IllegalStateException("an address that was checked is none"));
    }

    /** Second readers. */
    static List<MailAddress> cc(MailChannel channel) {
        String cc = channel.cc();
        return cc == null ? List.of() : List.of(address(cc));
    }

    MailAddress from() {
        return Optional.ofNullable(brand.senderAddress())
                .flatMap(MailAddress::read)
                .orElse(own);
    }

    /** The mailbox a person reads: the brand's, else the sender's own, whose human mail becomes a task. */
    MailAddress replies() {
        return Optional.ofNullable(brand.replyTo()).flatMap(MailAddress::read).orElseGet(this::from);
    }

    /** The merchant is part of it, so that whatever comes back finds its owner. */
    String messageId() {
        return MessageIds.of(key, merchant, from());
    }

    Letter letter(String subject, String text, String html, List<Attachment> attachments) {
        @Nullable MailAddress replyTo = replies().equals(from()) ? null : replies();
        return new Letter(
                from(),
                brand.senderName(),
                address(to.address()),
                cc(to),
                replyTo,
                subject,
                messageId(),
                date,
                Map.of("X-Baton-Document", key, "Auto-Submitted", "auto-generated"),
                text,
                html,
                List.of(),
                attachments);
    }
}
