package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The link by which a supplier looks at one purchase order and answers it without a key. It names the purchase order
 * and what may be done; stored is only how often the links of a purchase order were taken back.
 */
@Component
public final class PurchaseOrderLinks {

    /** Looking at it and printing it. */
    public static final int LOOK = 1;
    /** Accepting, refusing, putting off, taking back, and answering cancellations. */
    public static final int ANSWER = 2;
    /** Telling that goods left, or that the rest is not coming. */
    public static final int SHIP = 4;
    /** Writing to the merchant. */
    public static final int MESSAGE = 8;
    /** Declaring the days away. */
    public static final int CLOSE = 16;
    /** All of it: what the supplier itself gets. */
    public static final int ALL = LOOK | ANSWER | SHIP | MESSAGE | CLOSE;

    /** How long any link to a purchase order lives, in a mail, on a page or by the API; its page mails a fresh one after it. */
    public static final Duration LIFE = Duration.ofDays(60);

    private final Links links;
    private final LinkRounds rounds;
    private final Clock clock;

    PurchaseOrderLinks(Links links, LinkRounds rounds, Clock clock) {
        this.links = links;
        this.rounds = rounds;
        this.clock = clock;
    }

    /**
     * A link.
     *
     * @param path below the public address, begins with a slash
     * @param until when it ends; its page mails a fresh one from then on
     */
    public record PurchaseOrderLink(String path, int actions, Instant until) {}

    /**
     * A link that lives {@link #LIFE}; needs an open transaction of the merchant. Whoever holds it may do what it names, so
     * it goes to the supplier alone, and not before the purchase order has begun to be sent.
     */
    public PurchaseOrderLink make(MerchantId merchant, PurchaseOrderId id, int actions) {
        Instant until = clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
        String handle =
                links.sign(merchant, LinkPurpose.PURCHASE_ORDER, id.value(), actions, until, round(merchant, id));
        return new PurchaseOrderLink("/t/" + handle, actions, until);
    }

    /** How often its links were taken back: what a link is signed with. Needs an open transaction of the merchant. */
    public int round(MerchantId merchant, PurchaseOrderId id) {
        return rounds.of(merchant, id).number();
    }

    /** As {@link #round} of many; those whose links were never taken back are absent. */
    public Map<PurchaseOrderId, Integer> rounds(MerchantId merchant, Collection<PurchaseOrderId> ids) {
        return rounds.numbers(merchant, ids);
    }

    /** When its links were last taken back; empty = never. Needs an open transaction of the merchant. */
    public Optional<Instant> takenBackAt(MerchantId merchant, PurchaseOrderId id) {
        return Optional.ofNullable(rounds.of(merchant, id).takenBackAt());
    }
}
