package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.console.StaffMailSheet.Item;
import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.Role;
import dev.baton.platform.MerchantId;
import dev.baton.platform.TaskBoard;
import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.LetterWriter;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.pages.Pages;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    @Test
    void aMailThatSaysAnythingElseThanWasMeantDoesNotLeave() {
        MailAddress to = MailAddress.read(ben).orElseThrow();
        String link = "https://baton.example/welcome/abc";
        StaffMailSheet sheet = new StaffMailSheet(
                "2 things need you", "What waits:", List.of(new Item("2 × Unpaid & held", link)), true, "You choose.");
        String html = baton.bean(Pages.class).render("console/staff-mail.jte", sheet);
        String text = "You are invited.\n" + link + "\n";
        Letter invitation = letter(to, text, null);
        Letter morning = letter(to, text, html);

        assertThat(StaffMailCheck.ofLink(LetterWriter.write(invitation), invitation, link))
                .isEmpty();
        assertThat(StaffMailCheck.ofSheet(LetterWriter.write(morning), morning, sheet))
                .isEmpty();
        for (Letter other : List.of(
                letter(MailAddress.read("eve@example.org").orElseThrow(), text, null),
                letter(to, text.replace("abc", "abd"), null),
                letter(to, text + link + "\n", null))) {
            assertThat(StaffMailCheck.ofLink(LetterWriter.write(other), invitation, link))
                    .isPresent();
        }
        for (String other : List.of(
                html.replace("href=\"" + link, "href=\"" + link + "d"),
                html.replace("Unpaid", "Paid"),
                html.replace("</ul>", "<li>3 × more</li></ul>"))) {
            assertThat(StaffMailCheck.ofSheet(LetterWriter.write(letter(to, text, other)), morning, sheet))
                    .isPresent();
        }
    }

    private static Letter letter(MailAddress to, String text, @Nullable String html) {
        MailAddress from = MailAddress.read("baton@example.org").orElseThrow();
        return new Letter(
                from,
                "Shop",
                to,
                List.of(),
                null,
                "Hear",
                "x@y",
                TestClock.START,
                Map.of(),
                text,
                html,
                List.of(),
                List.of());
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
