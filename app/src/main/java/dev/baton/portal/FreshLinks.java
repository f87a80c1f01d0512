package dev.baton.portal;

import dev.baton.platform.Ids;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Work;
import dev.baton.purchasing.FreshLinkAsked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Mails a fresh link to the contact on file, whoever asks; never to an address somebody typed. */
@Component
class FreshLinks {

    /** One in this time: who presses twice gets one mail. */
    private static final Duration ONE_IN = Duration.ofMinutes(10);

    private static final Duration USEFUL = Duration.ofDays(2);

    private final Tenancy tenancy;
    private final Letters letters;
    private final Work work;
    private final Ids ids;
    private final Clock clock;

    FreshLinks(Tenancy tenancy, Letters letters, Work work, Ids ids, Clock clock) {
        this.tenancy = tenancy;
        this.letters = letters;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    void ask(OpenedLink link) {
        tenancy.run(link.merchant(), () -> {
            Instant since = clock.instant().minus(ONE_IN);
            write(new FreshLinkAsked(
                    link.merchant(), link.order().supplier(), link.order().id(), since));
        });
    }

    /** Staff want one sent. */
    @EventListener
    void on(FreshLinkAsked asked) {
        write(asked);
    }

    private void write(FreshLinkAsked asked) {
        if (letters.isAsked(asked.merchant(), asked.purchaseOrder(), asked.unlessSince())) {
            return;
        }
        Instant now = clock.instant();
        Letters.Row row = new Letters.Row(
                ids.next(),
                Letters.Kind.FRESH_LINK,
                asked.supplier(),
                asked.purchaseOrder(),
                null,
                null,
                now,
                now.plus(USEFUL));
        letters.insert(asked.merchant(), row);
        work.add(asked.merchant(), List.of(SendLetters.work(row.id(), now)));
    }
}
