package dev.baton.console;

import dev.baton.merchants.ForgottenPassword;
import dev.baton.platform.Ids;
import dev.baton.platform.Tenancy;
import dev.baton.platform.links.PublicUrl;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.work.Work;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Mails links to choose another password. */
@Component
class MailReset {

    private final Tenancy tenancy;
    private final InvitationLetters letters;
    private final MailRelay relay;
    private final PublicUrl publicUrl;
    private final Work work;
    private final Ids ids;
    private final Clock clock;

    MailReset(
            Tenancy tenancy,
            InvitationLetters letters,
            MailRelay relay,
            PublicUrl publicUrl,
            Work work,
            Ids ids,
            Clock clock) {
        this.tenancy = tenancy;
        this.letters = letters;
        this.relay = relay;
        this.publicUrl = publicUrl;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether a mail with a link can leave at all. */
    boolean isSetUp() {
        return relay.isSetUp() && publicUrl.isKnown();
    }

    /** Plans the mail; opens a transaction of the merchant the person works for. */
    void plan(ForgottenPassword.Link link) {
        Instant now = clock.instant();
        UUID letter = ids.next();
        String address =
                publicUrl.of("/console/reset/" + link.token()).orElseThrow().toString();
        tenancy.run(link.merchant(), () -> {
            letters.insert(
                    link.merchant(),
                    letter,
                    new InvitationLetters.Invitation(link.email(), address, InvitationLetters.Invitation.RESET),
                    now,
                    now.plus(ForgottenPassword.LINK_VALID));
            work.add(link.merchant(), List.of(MailInvitations.work(letter, now)));
        });
    }
}
