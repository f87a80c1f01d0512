package dev.baton.portal;

import dev.baton.platform.Ids;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
            Instant now = clock.instant();
            if (letters.isAsked(link.merchant(), link.order().id(), now.minus(ONE_IN))) {
                return;
            }
            Letters.Row row = new Letters.Row(
                    ids.next(),
                    Letters.Kind.FRESH_LINK,
                    link.order().supplier(),
                    link.order().id(),
                    null,
                    null,
                    now,
                    now.plus(USEFUL));
            letters.insert(link.merchant(), row);
            work.add(link.merchant(), List.of(SendLetters.work(row.id(), now)));
        });
    }
}
