package dev.baton.trading;

import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailComparison;
import dev.baton.platform.mail.MailComparison.Said;
import dev.baton.platform.mail.MailReading;
import dev.baton.purchasing.PurchaseOrderId;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is compared alike in every mail to a supplier: whom it goes to, who sends it, who reads its answers, what it is
 * about, and that its links lead to its own purchase order.
 *
 * @param order the one its links have to open
 * @param envelope as it was meant
 */
record Addressed(PurchaseOrderId order, Envelope envelope, OrderLinks links) {

    /**
     * Compares the heads and the links; opens each link in the open transaction of the merchant, or in one of its own.
     *
     * @param head as it was meant
     */
    void compare(MailReading read, MailComparison found, MailHead head) throws MessagingException {
        List<String> readers = Stream.concat(
                        Stream.of(Envelope.address(envelope.to().address())), Envelope.cc(envelope.to()).stream())
                .map(MailAddress::toString)
                .toList();
        found.heads(readers, envelope.from().toString(), head.title());
        found.same(
                "who reads its answers",
                List.of(envelope.replies().toString()),
                MailReading.addresses(read.message().getReplyTo()));
        List<String> addresses =
                head.buttons().stream().map(MailButton::address).toList();
        found.same("its links", addresses, read.values("href"));
        Stream<String> pages = addresses.stream()
                .map(address -> address.replaceFirst("#.*", ""))
                .distinct();
        if (!pages.allMatch(page -> links.opens(envelope.merchant(), order, page))) {
            found.differs("the purchase order a link opens");
        }
    }

    /** Compares everything the page and the text say, from the first word to the last. */
    static void compareWhole(MailReading read, MailComparison found, List<Said> page, String text) {
        found.whole("the HTML", page, read.texts());
        found.whole(
                "the text", text.lines().map(line -> new Said("a line", line)).toList(), read.lines());
    }
}
