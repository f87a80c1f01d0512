package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.MailSender;
import dev.baton.merchants.MessageKind;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.address.PostalAddress;
import dev.baton.suppliers.Closure;
import dev.baton.suppliers.DeclareClosure;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.CustomersShop;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Situation 9, holiday closure: open orders get one mail with the new date and the right to cancel. */
class ClosureMailTest extends MailedOrders {

    /** Goods take one working day: what is ordered on this Monday leaves on Tuesday. */
    @BeforeEach
    void onAMonday() {
        road.baton
                .clock()
                .set(road.baton
                        .clock()
                        .instant()
                        .atZone(ZoneOffset.UTC)
                        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .truncatedTo(ChronoUnit.DAYS)
                        .plusHours(9)
                        .toInstant());
    }

    @Test
    void namesTheNewDayAndTheRightToCancelOnce() {
        SalesOrderId order = place("n1", "LAMP×2", "BULB×1");
        LocalDate monday = today();
        away(acme, 1, 7);
        gathered();

        assertThat(raw("n1").getLast()).contains("X-Baton-Message: order.delayed");
        assertThat(last("n1").subject()).isEqualTo("Order #n1: some of it leaves later");
        assertThat(last("n1").text())
                .contains("leave on " + CustomerWords.of("en-GB").day(monday.plusDays(8)) + ".")
                .contains("what has not left can still be cancelled")
                .contains("Leaves later:\n  2 × Title of LAMP\n  1 × Title of BULB\n")
                .contains("https://baton.example/o/")
                .contains("Reply to this mail")
                .doesNotContainIgnoringCase("SECRETSUPPLIER");
        assertThat(newest(order).kind()).isEqualTo(MessageKind.DELAYED);

        away(acme, 1, 7);
        gathered();
        assertThat(raw("n1")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "de-AT,ein Teil geht später raus,storniert werden",
        "fr,une partie part plus tard,peut être annulé",
        "es,una parte sale más tarde,se puede cancelar"
    })
    void speaksTheCustomersLanguage(String language, String subject, String cancel) {
        place(shop, "l-" + language, language, "LAMP×1");
        LocalDate monday = today();
        away(acme, 1, 7);
        gathered();

        assertThat(last("l-" + language).subject()).contains(subject);
        assertThat(last("l-" + language).text())
                .contains(cancel, CustomerWords.of(language).day(monday.plusDays(8)));
    }

    @Test
    void saysNothingOfWhatLeavesOnTheSameDayAllTheSame() {
        place("s1", "LAMP×1");
        away(acme, 3, 9);
        gathered();

        assertThat(raw("s1")).hasSize(1);
    }

    @Test
    void namesOnlyWhatHasNotLeftAndNothingWhereAllHas() {
        SalesOrderId part = place("p1", "LAMP×2", "BULB×1");
        SalesOrderId all = place("p2", "LAMP×1");
        SalesOrderId cancelled = place("p3", "LAMP×1");
        shop.ship(part, "ups", ONE, 1);
        shop.ship(all, "ups", TWO, 1);
        shop.cancel(cancelled, -1, 0);
        gathered();
        away(acme, 1, 7);
        gathered();

        assertThat(last("p1").text()).contains("Leaves later:\n  1 × Title of LAMP\n  1 × Title of BULB\n");
        assertThat(raw("p2")).noneMatch(mail -> mail.contains("order.delayed"));
        assertThat(raw("p3")).noneMatch(mail -> mail.contains("order.delayed"));
    }

    @Test
    void saysNothingOnceTheDaysAreTakenBack() {
        SalesOrderId order = place("t1", "LAMP×1");
        Closure days = away(acme, 1, 7);
        road.baton.bean(DeclareClosure.class).withdraw(road.merchant, acme, days.id());
        gathered();

        assertThat(raw("t1")).hasSize(1);
        assertThat(newest(order).state()).isEqualTo(MessageState.WITHHELD);
    }

    @Test
    void countsOverdueGoodsFromToday() {
        place("o1", "LAMP×1");
        road.later(Duration.ofDays(2));
        LocalDate wednesday = today();
        away(acme, 0, 4);
        gathered();

        assertThat(last("o1").text()).contains(CustomerWords.of("en-GB").day(wednesday.plusDays(5)));
    }

    @Test
    void isWrittenByTheStoreWhereTheStoreMailsAndSaysNothingToCustomersOfOthers() {
        SupplierId other = road.supplier("OTHER", Netting.GROSS);
        shop.goods("SOFA", "Sofa", other);
        CustomersShop silent = shop("silent" + tag, "#111827", MailSender.STORE, true);
        place(silent, "w1", "en", "LAMP×1");
        place("w2", "SOFA×1");
        away(acme, 1, 7);
        gathered();

        assertThat(raw("w1")).isEmpty();
        assertThat(raw("w2")).hasSize(1);
    }

    @Test
    void tellsTwoClosuresOfOneOrderInOneMailWithTheLaterDay() {
        SupplierId other = road.supplier("OTHER", Netting.GROSS);
        shop.goods("SOFA", "Sofa", other);
        place("m1", "LAMP×1", "SOFA×1");
        LocalDate monday = today();
        away(acme, 1, 7);
        away(other, 1, 14);
        gathered();

        assertThat(raw("m1")).hasSize(2);
        assertThat(last("m1").text())
                .contains("1 × Title of LAMP\n  1 × Title of SOFA")
                .contains(CustomerWords.of("en-GB").day(monday.plusDays(15)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(road.baton.clock().instant(), ZoneId.of("Europe/Berlin"));
    }

    private Closure away(SupplierId supplier, int fromDays, int untilDays) {
        Closure days = road.baton
                .bean(DeclareClosure.class)
                .declare(
                        road.merchant,
                        supplier,
                        new DeclareClosure.Absence(today().plusDays(fromDays), today().plusDays(untilDays), null));
        road.work();
        return days;
    }

    @Test
    void tellsMoreOrdersThanFitOnePage() {
        List<String> ids = IntStream.range(0, 201).mapToObj(i -> "many" + i).toList();
        ids.forEach(id -> shop.place(
                id,
                new CustomerFacts("Ada " + id, address(id), null, "en"),
                new PostalAddress("Ada " + id, null, id + "gasse 1", null, "Berlin", null, null, "10115", "DE", null),
                "LAMP×1"));
        away(acme, 1, 7);
        gathered();
        road.later(Duration.ofMinutes(10));

        long planned = road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql("select count(*) from customer_message where merchant_id = :merchant and kind = 'DELAYED'")
                        .param("merchant", road.merchant.value())
                        .query(Long.class)
                        .single());
        assertThat(planned).isEqualTo(201);
    }
}
