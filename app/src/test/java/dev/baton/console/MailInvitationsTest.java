package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.Role;
import dev.baton.platform.MerchantId;
import dev.baton.platform.TaskBoard;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Invitations by mail, through a relay that says what a test tells it to. */
class MailInvitationsTest {

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final String ben = "ben-" + UUID.randomUUID() + "@example.org";

    @Test
    void theMailCarriesTheLinkAndNothingKeepsIt() {
        Invite.Invited invited = baton.bean(Invite.class).invite(merchant, ben, Role.SUPPORT);
        assertThat(invited.mailed()).isTrue();
        assertThat(invited.link()).startsWith(TestBaton.PUBLIC_URL + "/welcome/");

        baton.runDue();

        assertThat(mails()).singleElement().asString().contains("Support", "Test merchant", invited.link());
        assertThat(states()).containsExactly("SENT without a link");
        String token = invited.link().substring(invited.link().lastIndexOf('/') + 1);
        assertThat(baton.bean(JoinMerchant.class).invited(token)).isEqualTo(ben);
    }

    @Test
    void whatTheRelayRefusesForGoodIsATask() {
        baton.relay().answers("RCPT", "550 5.1.1 no such mailbox");
        baton.bean(Invite.class).invite(merchant, ben, Role.VIEWER);

        baton.runDue();

        assertThat(states()).containsExactly("FAILED without a link");
        assertThat(baton.in(
                        merchant,
                        () -> baton.bean(TaskBoard.class).page(merchant, MailInvitations.UNSENDABLE, null, 10)))
                .singleElement()
                .matches(task -> task.detail().contains("no such mailbox"));
    }

    @Test
    void whatTheRelayPutsOffIsTriedAgain() {
        baton.relay().answers("RCPT", "450 4.2.0 greylisted");
        baton.bean(Invite.class).invite(merchant, ben, Role.VIEWER);

        baton.runDue();
        assertThat(states()).containsExactly("WAITING with a link");
        baton.clock().advance(Duration.ofHours(1));
        baton.runDue();

        assertThat(states()).containsExactly("SENT without a link");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void whatCouldNotBeSentWhileTheLinkWorkedIsNotSent() {
        baton.bean(Invite.class).invite(merchant, ben, Role.VIEWER);

        baton.clock().advance(JoinMerchant.LINK_VALID.plusMinutes(1));
        baton.runDue();

        assertThat(states()).containsExactly("TOO_LATE without a link");
        assertThat(mails()).isEmpty();
    }

    private List<String> mails() {
        return baton.relay().messages().stream()
                .filter(mail -> mail.contains(ben))
                .map(mail -> mail.replace("=\n", "").replace("=3D", "="))
                .toList();
    }

    private List<String> states() {
        return baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("""
                        select state || case when sealed is null then ' without a link' else ' with a link' end
                        from console_letter where merchant_id = :merchant limit 10
                        """)
                        .param("merchant", merchant.value())
                        .query(String.class)
                        .list());
    }
}
