package dev.baton.trading;

import dev.baton.platform.mail.Letter.Attachment;
import java.util.List;

/** The files that go with a purchase order mail. */
final class OrderAttachments {

    private OrderAttachments() {}

    static List<Attachment> of(MailFacts facts) {
        return List.of();
    }
}
