package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.People;
import dev.baton.merchants.PersonId;
import dev.baton.merchants.Role;
import dev.baton.platform.MerchantId;
import dev.baton.platform.TaskBoard;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Work;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The mail at eight: to whom, when, what it says, and when there is none. */
class MorningTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final String owner = "owner-" + UUID.randomUUID() + "@example.org";
    private final PersonId person = baton.bean(JoinMerchant.class).joinAsOwner(merchant, owner, ConsoleShop.PASSWORD);

    @Test
    void atEightByTheMerchantsClockItSaysWhatNeedsSomebodyWithAListForEveryCount() {
        task(2);
        toMorning(LocalTime.of(7, 59));
        assertThat(mails(owner)).isEmpty();

        toMorning(LocalTime.of(8, 1));

        assertThat(mails(owner))
                .singleElement()
                .asString()
                .contains("2 things need you", TestBaton.PUBLIC_URL + "/console/exceptions?kind=purchasing.unanswered")
                .contains("2 ×");
        baton.clock().advance(Duration.ofHours(2));
        baton.runDue();
        assertThat(mails(owner)).hasSize(1);
    }

    @Test
    void whenNothingNeedsAnybodyThereIsNoneButForWhomAlwaysWantsIt() {
        toMorning(LocalTime.of(8, 1));
        assertThat(mails(owner)).isEmpty();

        wish(MorningWish.ALWAYS);
        toMorning(LocalTime.of(8, 1));

        assertThat(mails(owner)).singleElement().asString().contains("Nothing needs you");
    }

    @Test
    void whoWantsNoneGetsNoneAndOtherRolesHaveToAsk() {
        String support = colleague(Role.SUPPORT);
        String operations = colleague(Role.OPERATIONS);
        wish(MorningWish.NEVER);
        task(1);

        toMorning(LocalTime.of(8, 1));

        assertThat(mails(owner)).isEmpty();
        assertThat(mails(support)).isEmpty();
        assertThat(mails(operations)).singleElement().asString().contains("1 thing needs you");
    }

    @Test
    void aBatonThatWasDownUntilTheAfternoonWaitsForTheNextMorning() {
        task(1);
        begin();
        baton.clock().advance(untilNext(LocalTime.of(14, 0)));
        baton.runDue();
        assertThat(mails(owner)).isEmpty();

        toMorning(LocalTime.of(8, 1));
        assertThat(mails(owner)).hasSize(1);
    }

    @Test
    void whatTheRelayRefusesForGoodIsATaskUntilOneLeaves() {
        baton.runDue();
        baton.relay().answers("RCPT", "550 5.1.1 no such mailbox");
        planned(LocalDate.of(2026, 3, 2));
        baton.runDue();
        assertThat(unsent()).singleElement().matches(each -> each.detail().contains("no such mailbox"));

        planned(LocalDate.of(2026, 3, 3));
        baton.runDue();
        assertThat(unsent()).isEmpty();
        assertThat(mails(owner)).hasSize(1);
    }

    private void planned(LocalDate day) {
        StaffMails.Row row = row(day);
        baton.in(merchant, () -> {
            baton.bean(StaffMails.class).insert(merchant, row);
            baton.bean(Work.class).add(merchant, List.of(SendStaffMails.work(row.id(), row.askedAt())));
            return true;
        });
    }

    private StaffMails.Row row(LocalDate day) {
        return StaffMails.Row.waiting(
                UUID.randomUUID(),
                StaffMails.Kind.MORNING,
                person,
                day,
                List.of(new StaffMails.Line(3, "Not paid", "/console/exceptions?kind=unpaid")),
                baton.clock().instant(),
                baton.clock().instant().plusSeconds(60));
    }

    @Test
    void theZoneDecidesWhenItIsEight() {
        task(1);
        begin();
        baton.in(merchant, () -> {
            baton.jdbc()
                    .sql("update merchant set zone = 'Asia/Tokyo' where merchant_id = :merchant")
                    .param("merchant", merchant.value())
                    .update();
            baton.bean(PlanMornings.class).zoneChanged(merchant);
            return true;
        });
        ZonedDateTime tokyo = baton.clock().instant().atZone(ZoneId.of("Asia/Tokyo"));
        baton.clock().advance(until(tokyo, LocalTime.of(8, 1)));
        baton.runDue();
        baton.runDue();
        assertThat(mails(owner)).hasSize(1);
    }

    @Test
    void whatIsKeptOfAMailIsReadBackAsItWas() {
        StaffMails mails = baton.bean(StaffMails.class);
        StaffMails.Row row = row(LocalDate.of(2026, 3, 2));
        baton.in(merchant, () -> {
            assertThat(mails.insert(merchant, row)).isTrue();
            assertThat(mails.insert(merchant, row)).isFalse();
            assertThat(mails.find(merchant, row.id())).contains(row);
            assertThat(mails.lastTest(merchant)).isEmpty();
            return true;
        });
    }

    private void begin() {
        baton.bean(PlanMornings.class).begin(merchant);
    }

    /** Goes to that time of the next day or of this one, and does what is due. */
    private void toMorning(LocalTime time) {
        begin();
        baton.clock().advance(untilNext(time));
        baton.runDue();
        baton.runDue();
    }

    private Duration untilNext(LocalTime time) {
        return until(baton.clock().instant().atZone(BERLIN), time);
    }

    private static Duration until(ZonedDateTime now, LocalTime time) {
        ZonedDateTime then = now.toLocalDate().atTime(time).atZone(now.getZone());
        return Duration.between(
                now,
                then.isAfter(now)
                        ? then
                        : now.toLocalDate().plusDays(1).atTime(time).atZone(now.getZone()));
    }

    private void task(int count) {
        for (int i = 0; i < count; i++) {
            NewTask task =
                    new NewTask("purchasing.unanswered", "supplier", UUID.randomUUID(), "Acme is silent", "Call it.");
            baton.bean(Tenancy.class)
                    .run(merchant, () -> baton.bean(Tasks.class).open(merchant, task));
        }
    }

    private void wish(MorningWish wish) {
        baton.bean(Tenancy.class)
                .run(merchant, () -> baton.bean(MorningWishes.class).keep(merchant, person, wish));
    }

    private String colleague(Role role) {
        String email = role.word() + "-" + UUID.randomUUID() + "@example.org";
        baton.bean(JoinMerchant.class)
                .accept(baton.bean(People.class).invite(merchant, email, role), "", ConsoleShop.PASSWORD);
        return email;
    }

    private List<Tasks.Task> unsent() {
        return baton.in(merchant, () -> baton.bean(TaskBoard.class).page(merchant, SendStaffMails.UNSENT, null, 10));
    }

    private List<String> mails(String to) {
        return baton.relay().messages().stream()
                .filter(mail -> mail.contains("To: <" + to) || mail.contains("To: " + to))
                .map(mail -> mail.replace("=\n", "").replace("=3D", "=").replace("=C3=97", "×"))
                .toList();
    }
}
