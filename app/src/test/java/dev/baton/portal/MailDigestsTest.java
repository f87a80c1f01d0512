package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.Problem;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.AgreeDigest;
import dev.baton.suppliers.DeclareClosure;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierProblem;
import dev.baton.trading.TestRoad;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The mail of what is open, on a supplier's working mornings. */
class MailDigestsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final TestRoad road = new TestRoad();
    private final String mailbox = "lager-" + UUID.randomUUID() + "@digest.example";
    private final SupplierId supplier = road.mailed("ACME", mailbox, "de");

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void onAWorkingMorningItSaysInTheSuppliersLanguageWhatIsOpenAndOverdue() {
        toWorkday(LocalTime.of(10, 0));
        road.goods("LAMP", supplier);
        PurchaseOrderView late = order("1", "LAMP×1");
        agree(true);
        assertThat(digests()).isEmpty();

        toWorkday(LocalTime.of(9, 1));

        assertThat(digests())
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("Guten Morgen", late.number(), "https://baton.example/t/")
                        .contains("Bei einer Bestellung ist die Antwort"));
        toWorkday(LocalTime.of(9, 1));
        assertThat(digests()).hasSize(2);
    }

    @Test
    void aWeekendHasNoMorning() {
        road.goods("LAMP", supplier);
        toWorkday(LocalTime.of(10, 0));
        order("1", "LAMP×1");
        agree(true);
        while (now().getDayOfWeek() != DayOfWeek.SATURDAY) {
            road.later(Duration.ofHours(12));
        }
        int before = digests().size();

        while (now().getDayOfWeek() != DayOfWeek.MONDAY) {
            road.later(Duration.ofHours(6));
        }
        assertThat(digests()).hasSize(before);
    }

    @Test
    void whenNothingIsOpenOrItIsAwayOrAgreesNoMoreThereIsNone() {
        road.goods("LAMP", supplier);
        agree(true);
        toWorkday(LocalTime.of(9, 1));
        assertThat(digests()).as("nothing is open").isEmpty();

        toWorkday(LocalTime.of(10, 0));
        order("1", "LAMP×1");
        LocalDate today = now().toLocalDate();
        road.baton
                .bean(DeclareClosure.class)
                .declare(
                        road.merchant,
                        supplier,
                        new DeclareClosure.Absence(today.plusDays(1), today.plusDays(1), null));
        ZonedDateTime awayMorning = today.plusDays(1).atTime(9, 1).atZone(BERLIN);
        road.later(Duration.between(now(), awayMorning));
        assertThat(digests()).as("it is away").isEmpty();

        agree(false);
        for (int i = 0; i < 4; i++) {
            toWorkday(LocalTime.of(9, 1));
        }
        assertThat(digests()).as("it wants none").isEmpty();
        assertThat(road.baton.bean(AgreeDigest.class).isAgreed(road.merchant, supplier))
                .isFalse();
    }

    @Test
    void nobodyAgreesForASupplierThatIsNotThere() {
        assertThatThrownBy(() -> road.baton
                        .bean(AgreeDigest.class)
                        .agree(road.merchant, new SupplierId(UUID.randomUUID()), true))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(SupplierProblem.SUPPLIER_UNKNOWN));
    }

    private PurchaseOrderView order(String id, String line) {
        PurchaseOrderView issued = road.purchaseOrder(road.place(id, line));
        road.work();
        road.work();
        return issued;
    }

    private void agree(boolean wanted) {
        road.baton.bean(AgreeDigest.class).agree(road.merchant, supplier, wanted);
    }

    /** To that time of the next day, Monday to Friday, that is no holiday of the road's suppliers. */
    private void toWorkday(LocalTime time) {
        ZonedDateTime then = now().toLocalDate().atTime(time).atZone(BERLIN);
        while (!then.isAfter(now())
                || then.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()
                || then.toLocalDate().equals(LocalDate.of(2026, 4, 6))) {
            then = then.plusDays(1);
        }
        road.later(Duration.between(now(), then));
        road.work();
    }

    private ZonedDateTime now() {
        return road.baton.clock().instant().atZone(BERLIN);
    }

    private List<String> digests() {
        return road.baton.relay().messages().stream()
                .filter(mail -> mail.contains(mailbox))
                .map(mail -> mail.replace("=\n", "").replace("=3D", "="))
                .filter(mail -> mail.contains("Guten Morgen"))
                .toList();
    }
}
