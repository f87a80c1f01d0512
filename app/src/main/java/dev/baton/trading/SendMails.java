package dev.baton.trading;

import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.mail.Mailbox;
import dev.baton.platform.mail.SmtpResult;
import dev.baton.platform.mail.SmtpResult.NotSent;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Hands mails to the relay, each only while its lease lasts long enough for the whole exchange. */
@Component
class SendMails {

    /** Waiting for a connection, the exchange, and a margin. */
    private static final Duration ENOUGH = MailRelay.TIMEOUT.multipliedBy(2).plus(Duration.ofSeconds(5));

    private final MailRelay relay;
    private final Mailbox reports;

    SendMails(MailRelay relay, Mailbox reports) {
        this.relay = relay;
        this.reports = reports;
    }

    /** Sends on the calling (virtual) thread; never throws for what the other side does. */
    ReplyVerdict send(Outgoing outgoing, Way.Mail way) {
        return ReplyVerdict.of(result(outgoing, way));
    }

    private SmtpResult result(Outgoing outgoing, Way.Mail way) {
        if (!outgoing.work().hasLeft(ENOUGH)) {
            return new NotSent("too little time was left to hand it over", true);
        }
        // two batches may have counted on the same last places
        if (relay.takePlace().isPresent()) {
            return new NotSent("the relay takes no more mails this minute", true);
        }
        // nobody would read reports where no mailbox is set
        return reports.isSetUp()
                ? relay.sendReported(outgoing.body(), way.to(), way.cc())
                : relay.send(outgoing.body(), way.to(), way.cc());
    }
}
