package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.platform.links.PublicUrl;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLinks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the links a supplier opens one purchase order by. */
@Component
class OrderLinks {

    /** Look, answer, ship, write, say when it is closed. */
    private static final int ALL_ACTIONS = 1 | 2 | 4 | 8 | 16;

    private static final String PAGE = "/t/";

    /** So long after its issue a purchase order's mails have its own day. */
    private static final Duration FRESH = Duration.ofDays(1);

    private final Links links;
    private final PurchaseOrderLinks rounds;
    private final PublicUrl publicUrl;

    OrderLinks(Links links, PurchaseOrderLinks rounds, PublicUrl publicUrl) {
        this.links = links;
        this.rounds = rounds;
        this.publicUrl = publicUrl;
    }

    /** Whether there are links at all. */
    boolean isKnown() {
        return publicUrl.isKnown();
    }

    /**
     * The address of the purchase order's page for {@link PurchaseOrderLinks#LIFE}, the same every time for the same instant until it is taken back; empty when nobody outside
     * reaches this Baton. Needs an open transaction of the merchant.
     */
    Optional<String> of(MerchantId merchant, PurchaseOrderId order, Instant from) {
        return publicUrl.isKnown() ? address(merchant, order, from, rounds.round(merchant, order)) : Optional.empty();
    }

    /** As above, of many. */
    Map<PurchaseOrderId, String> of(MerchantId merchant, Map<PurchaseOrderId, Instant> from) {
        Map<PurchaseOrderId, String> addresses = new HashMap<>();
        if (publicUrl.isKnown()) {
            Map<PurchaseOrderId, Integer> taken = rounds.rounds(merchant, from.keySet());
            from.forEach((order, since) -> address(merchant, order, since, taken.getOrDefault(order, 0))
                    .ifPresent(address -> addresses.put(order, address)));
        }
        return addresses;
    }

    /**
     * From when a link in a mail of now lives: from the issue of its purchase order, or, where that is days ago, from today,
     * for a question of today is not to be answered by a link that is over. The same all day, so that what is written twice
     * is the same.
     */
    static Instant from(Instant issued, Instant now) {
        return issued.plus(FRESH).isAfter(now) ? issued : now.truncatedTo(ChronoUnit.DAYS);
    }

    private Optional<String> address(MerchantId merchant, PurchaseOrderId order, Instant from, int round) {
        Instant until = from.plus(PurchaseOrderLinks.LIFE);
        return publicUrl
                .of(PAGE + links.sign(merchant, LinkPurpose.PURCHASE_ORDER, order.value(), ALL_ACTIONS, until, round))
                .map(URI::toString);
    }

    /**
     * Whether an address is the one of the purchase order's page, with all that its supplier may do there; also when
     * its time is over: then the page mails a fresh one. Joins an open transaction of the merchant, or opens one.
     */
    boolean opens(MerchantId merchant, PurchaseOrderId order, String address) {
        String page = publicUrl.of(PAGE).map(URI::toString).orElse("");
        if (page.isEmpty() || !address.startsWith(page)) {
            return false;
        }
        String handle = address.substring(page.length());
        return links.isOf(merchant, handle)
                && links.open(LinkPurpose.PURCHASE_ORDER, handle)
                        .filter(opened -> opened.subject().equals(order.value()) && opened.actions() == ALL_ACTIONS)
                        .isPresent();
    }
}
