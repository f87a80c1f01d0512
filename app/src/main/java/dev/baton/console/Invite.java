package dev.baton.console;

import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.People;
import dev.baton.merchants.Role;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.links.PublicUrl;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.work.Work;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Invites somebody: the link is made, mailed where mail can leave, and shown once to whoever invites. */
@Component
class Invite {

    private final People people;
    private final InvitationLetters letters;
    private final Tenancy tenancy;
    private final MailRelay relay;
    private final PublicUrl publicUrl;
    private final Work work;
    private final Ids ids;
    private final Clock clock;

    Invite(
            People people,
            InvitationLetters letters,
            Tenancy tenancy,
            MailRelay relay,
            PublicUrl publicUrl,
            Work work,
            Ids ids,
            Clock clock) {
        this.people = people;
        this.letters = letters;
        this.tenancy = tenancy;
        this.relay = relay;
        this.publicUrl = publicUrl;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param link where the invited person joins; a path alone where no public address is set
     * @param mailed whether a mail is on its way
     */
    record Invited(String link, boolean mailed) {}

    /**
     * Makes the link and plans its mail. Opens a transaction.
     *
     * @throws Problem SIGN_UP_INVALID with the field: no address, or somebody who works here
     */
    Invited invite(MerchantId merchant, String email, Role role) {
        boolean mailed = relay.isSetUp() && publicUrl.isKnown();
        return tenancy.inTransaction(merchant, () -> {
            String token = people.invite(merchant, email, role);
            String path = "/welcome/" + token;
            String link = publicUrl.of(path).map(URI::toString).orElse(path);
            if (mailed) {
                UUID letter = ids.next();
                Instant now = clock.instant();
                letters.insert(
                        merchant,
                        letter,
                        new InvitationLetters.Invitation(email.strip(), link, role.title()),
                        now,
                        now.plus(JoinMerchant.LINK_VALID));
                work.add(merchant, List.of(MailInvitations.work(letter, now)));
            }
            return new Invited(link, mailed);
        });
    }
}
