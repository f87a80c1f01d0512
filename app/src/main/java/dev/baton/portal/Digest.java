package dev.baton.portal;

import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.links.PublicUrl;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.Cancellation;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is open with a supplier this morning: questions first, then what is overdue, then the rest. */
@Component
class Digest {

    /** Purchase orders counted; a supplier with more open ones is told "200". */
    private static final int MOST = 200;

    private static final int MOST_LISTED = 20;

    private final PurchaseOrderLookup purchaseOrders;
    private final PurchaseOrderLinks links;
    private final MerchantLookup merchants;
    private final PublicUrl publicUrl;
    private final Clock clock;

    Digest(
            PurchaseOrderLookup purchaseOrders,
            PurchaseOrderLinks links,
            MerchantLookup merchants,
            PublicUrl publicUrl,
            Clock clock) {
        this.purchaseOrders = purchaseOrders;
        this.links = links;
        this.merchants = merchants;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** What the mail says. */
    record Sheet(String subject, String body) {}

    /** Whether anything is open with the supplier. Needs an open transaction. */
    boolean isDue(MerchantId merchant, SupplierId supplier) {
        return !purchaseOrders.pageOfSupplier(merchant, supplier, true, null, 1).isEmpty();
    }

    /** Empty when nothing is open any more, or nobody outside reaches this Baton. Needs an open transaction. */
    Optional<Sheet> of(MerchantId merchant, SupplierTerms supplier, Words words) {
        List<PurchaseOrderView> open = purchaseOrders.pageOfSupplier(merchant, supplier.id(), true, null, MOST);
        if (open.isEmpty() || !publicUrl.isKnown()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<PurchaseOrderView> asked = open.stream().filter(Digest::asks).toList();
        List<PurchaseOrderView> late = open.stream()
                .filter(order -> !asks(order) && isOverdue(order, now))
                .toList();
        List<PurchaseOrderView> rest = open.stream()
                .filter(order -> !asks(order) && !isOverdue(order, now))
                .toList();
        String name = merchants.settings(merchant).name();
        StringBuilder body = new StringBuilder(words.say("mail.digest.text", name)).append("\n\n");
        Section section = new Section(merchant, supplier, words, body);
        section.write("mail.digest.asked.one", "mail.digest.asked.many", asked);
        section.write("mail.digest.late.one", "mail.digest.late.many", late);
        section.write("mail.digest.rest.one", "mail.digest.rest.many", rest);
        publicUrl
                .of("/suppliers/" + merchant.hex())
                .ifPresent(url -> body.append(words.say("mail.digest.all"))
                        .append("\n")
                        .append(url)
                        .append("\n\n"));
        body.append(words.say("mail.digest.why", name));
        return Optional.of(new Sheet(words.say("mail.digest.subject", name, open.size()), body.toString()));
    }

    private static boolean asks(PurchaseOrderView order) {
        return order.cancellations().stream().anyMatch(question -> question.status() == Cancellation.Status.OPEN)
                || order.amendments().stream().anyMatch(question -> question.status() == Amendment.Status.ASKED);
    }

    /** A reminder moves the deadline on: whoever was reminded is late all the same. */
    private static boolean isOverdue(PurchaseOrderView order, Instant now) {
        Instant respondBy = order.respondBy();
        boolean passed = respondBy != null && respondBy.isBefore(now);
        return order.answeredAt() == null && (passed || order.remindedAt() != null);
    }

    /** Purchase orders of one sort, each with its link. */
    private final class Section {

        private final MerchantId merchant;
        private final SupplierTerms supplier;
        private final Words words;
        private final StringBuilder body;

        private Section(MerchantId merchant, SupplierTerms supplier, Words words, StringBuilder body) {
            this.merchant = merchant;
            this.supplier = supplier;
            this.words = words;
            this.body = body;
        }

        private void write(String one, String many, List<PurchaseOrderView> orders) {
            if (orders.isEmpty()) {
                return;
            }
            body.append(words.say(orders.size() == 1 ? one : many, orders.size()))
                    .append('\n');
            orders.stream().limit(MOST_LISTED).forEach(this::write);
            if (orders.size() > MOST_LISTED) {
                body.append(words.say("orders.more", orders.size() - MOST_LISTED))
                        .append('\n');
            }
            body.append('\n');
        }

        private void write(PurchaseOrderView order) {
            body.append(order.number())
                    .append(" – ")
                    .append(words.say("state." + order.status().name().toLowerCase(Locale.ROOT)));
            Instant respondBy = order.respondBy();
            if (order.answeredAt() == null && respondBy != null) {
                body.append(" – ").append(words.say("mail.digest.by", words.at(respondBy, supplier.zone())));
            }
            body.append('\n');
            publicUrl
                    .of(links.make(merchant, order.id(), PurchaseOrderLinks.ALL).path())
                    .ifPresent(url -> body.append("  ").append(url).append('\n'));
        }
    }
}
