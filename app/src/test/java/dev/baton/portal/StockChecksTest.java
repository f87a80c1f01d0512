package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.inventory.StockRunsLow;
import dev.baton.merchants.CreateMerchant;
import dev.baton.merchants.MerchantSettings;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.suppliers.AgreeStockChecks;
import dev.baton.suppliers.DeclareClosure;
import dev.baton.suppliers.SampleSupplier;
import dev.baton.suppliers.StockCheckDays;
import dev.baton.suppliers.SupplierProblem;
import dev.baton.trading.feeds.FeedShop;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The mails that ask a supplier for its stock on the days agreed with it. */
class StockChecksTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final StockCheckDays MONDAYS =
            new StockCheckDays(Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), LocalTime.of(9, 0));

    @Test
    void asksOnTheDaysAgreedInTheSuppliersLanguageAndZone() {
        FeedShop shop = shop("lager@check.example");
        at(shop, "2027-03-03T12:00");
        agree(shop, MONDAYS);

        at(shop, "2027-03-07T09:30");
        shop.work();
        assertThat(mails(shop)).as("it does not work on Sundays").isEmpty();

        at(shop, "2027-03-08T09:01");
        shop.work();
        shop.work();
        assertThat(mails(shop)).hasSize(1);
        assertThat(mails(shop).getFirst()).contains("Wie viel haben Sie?").contains("https://baton.example/c/");

        at(shop, "2027-03-15T09:01");
        shop.work();
        assertThat(mails(shop)).hasSize(2);
    }

    @Test
    void asksNobodyThatIsAwayOrNoLongerAgrees() {
        FeedShop shop = shop("lager@away.example");
        at(shop, "2027-03-03T12:00");
        agree(shop, MONDAYS);
        shop.baton
                .bean(DeclareClosure.class)
                .declare(
                        shop.merchant,
                        shop.supplier,
                        new DeclareClosure.Absence(LocalDate.parse("2027-03-08"), LocalDate.parse("2027-03-12"), null));
        at(shop, "2027-03-08T09:01");
        shop.work();
        assertThat(mails(shop)).isEmpty();

        at(shop, "2027-03-15T09:01");
        shop.work();
        assertThat(mails(shop)).hasSize(1);

        agree(shop, null);
        at(shop, "2027-03-29T09:01");
        shop.work();
        assertThat(mails(shop)).hasSize(1);
        assertThat(shop.baton.bean(AgreeStockChecks.class).agreed(shop.merchant, shop.supplier))
                .isEmpty();
    }

    @Test
    void aSupplierWithoutAnAddressIsATaskUntilItIsAskedNoMore() {
        FeedShop shop = shop(null);
        at(shop, "2027-03-03T12:00");
        agree(shop, MONDAYS);
        at(shop, "2027-03-08T09:01");
        shop.work();
        assertThat(tasks(shop)).contains(StockChecks.CANNOT_ASK);

        agree(shop, null);
        assertThat(tasks(shop)).doesNotContain(StockChecks.CANNOT_ASK);
    }

    @Test
    void refusesDaysTheSupplierNeverWorksOn() {
        FeedShop shop = shop(null);

        assertThatThrownBy(() -> agree(shop, new StockCheckDays(Set.of(DayOfWeek.SUNDAY), LocalTime.of(9, 0))))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(SupplierProblem.SUPPLIER_TERM_INVALID);
                    assertThat(problem.field()).isEqualTo("days");
                });
    }

    @Test
    void asksAtOnceWhenSomethingRunsLowButNotTwiceADayNorOnADayOff() {
        FeedShop shop = shop("lager@low.example");
        at(shop, "2027-03-03T12:00");
        runsLow(shop);
        shop.work();
        assertThat(mails(shop)).as("it never agreed to be asked").isEmpty();

        agree(shop, MONDAYS);
        at(shop, "2027-03-04T10:00");
        runsLow(shop);
        shop.work();
        assertThat(mails(shop)).hasSize(1);
        assertThat(mails(shop).getFirst()).contains("Wie viel haben Sie?");

        at(shop, "2027-03-04T16:00");
        runsLow(shop);
        shop.work();
        assertThat(mails(shop)).as("it was asked this morning").hasSize(1);

        at(shop, "2027-03-06T12:00");
        runsLow(shop);
        shop.work();
        assertThat(mails(shop)).as("it does not work on Saturdays").hasSize(1);
        at(shop, "2027-03-08T09:30");
        shop.work();
        assertThat(mails(shop)).as("asked on Monday, once for both reasons").hasSize(2);
    }

    private static void runsLow(FeedShop shop) {
        shop.baton.in(shop.merchant, () -> {
            shop.baton.bean(AskWhenLow.class).on(new StockRunsLow(shop.merchant, Set.of(shop.supplier)));
            return shop.supplier;
        });
    }

    private static FeedShop shop(@Nullable String mail) {
        SampleSupplier acme = SampleSupplier.coded("acme");
        FeedShop shop = new FeedShop(mail == null ? acme : acme.mail(mail, null, "de"));
        shop.baton
                .bean(CreateMerchant.class)
                .create(
                        shop.merchant,
                        new MerchantSettings(
                                "Corner shop", "EUR", BERLIN, 0, true, 0, 3, 24, 24, 0, Set.of(), true, true, null));
        return shop;
    }

    private static void agree(FeedShop shop, @Nullable StockCheckDays days) {
        shop.baton.bean(AgreeStockChecks.class).agree(shop.merchant, shop.supplier, days);
    }

    private static void at(FeedShop shop, String berlin) {
        Instant wanted = LocalDateTime.parse(berlin).atZone(BERLIN).toInstant();
        shop.baton.clock().advance(Duration.between(shop.baton.clock().instant(), wanted));
    }

    private static List<String> mails(FeedShop shop) {
        return shop.baton.relay().messages().stream()
                .filter(message ->
                        message.contains(shop.merchant.value().toString().substring(0, 8)))
                .toList();
    }

    private static List<String> tasks(FeedShop shop) {
        return shop.baton.in(
                shop.merchant,
                () -> shop.baton.bean(Tasks.class).open(shop.merchant, null, 100).stream()
                        .map(Tasks.Task::kind)
                        .toList());
    }
}
