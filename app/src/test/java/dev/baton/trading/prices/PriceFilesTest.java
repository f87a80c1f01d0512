package dev.baton.trading.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.CatalogProblem;
import dev.baton.catalog.Cost;
import dev.baton.catalog.DecideCosts;
import dev.baton.catalog.ListedPrice;
import dev.baton.catalog.PriceRow;
import dev.baton.catalog.PriceRunView.Counts;
import dev.baton.catalog.PriceRunView.State;
import dev.baton.catalog.TakePriceList;
import dev.baton.platform.Problem;
import dev.baton.platform.ProblemCode;
import dev.baton.platform.documents.LargeDocuments;
import dev.baton.platform.tables.MendingTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A supplier's price list as a file. */
class PriceFilesTest {

    private final PriceShop shop = new PriceShop();

    @Test
    void keepsTheFileAsItCameAndItsCostsHold() throws IOException {
        shop.baton.clock().set(Instant.parse("2026-03-02T08:00:00Z"));
        shop.offer("CUP", "10.00");
        shop.offer("JAR", "20.00");
        shop.define("sku;title;cost;from;ean;pack;moq;weight;days");
        byte[] bytes = """
                sku;title;cost;from;ean;pack;moq;weight;days
                S-CUP;Tasse, groß;11,5;;;6;;;2
                S-JAR;Glas;€ 22,00;01.04.2026;;;;;
                S-VASE;Blaue Vase;3,25;;4006381333931;;12;0,4 kg;3
                """.getBytes(Charset.forName("windows-1252"));

        PriceFileId file = shop.send(bytes, false, null);
        shop.baton.runDue();

        assertThat(shop.state(file)).isEqualTo(State.APPLIED);
        assertThat(shop.file(file).run().counts()).isEqualTo(new Counts(1, 1, 0, 0, 1, 0));
        assertThat(shop.changes(file))
                .containsExactly(
                        "2 S-CUP 10.00 → 11.50 APPLIED",
                        "3 S-JAR 20.00 → 22.00 PLANNED",
                        "4 S-VASE none → 3.25 UNMATCHED");
        assertThat(shop.cost("CUP")).isEqualTo("11.50 EUR");
        assertThat(shop.offer("CUP").packSize()).isEqualTo(6);
        assertThat(shop.offer("CUP").leadTimeDays()).isEqualTo(2);
        assertThat(shop.cost("JAR")).isEqualTo("20.00 EUR");
        assertThat(shop.items()).singleElement().satisfies(item -> {
            assertThat(item.title()).isEqualTo("Blaue Vase");
            assertThat(item.gtin()).isEqualTo("04006381333931");
            assertThat(item.weightGrams()).isEqualTo(400);
            assertThat(item.minimumQuantity()).isEqualTo(12);
        });
        assertThat(shop.tasks()).isEmpty();
        try (InputStream kept = shop.baton
                .bean(LargeDocuments.class)
                .open(shop.merchant, shop.file(file).file().document())) {
            assertThat(kept.readAllBytes()).isEqualTo(bytes);
        }
        shop.baton.clock().set(Instant.parse("2026-03-31T22:00:00Z"));
        assertThat(shop.cost("JAR")).as("the day begins in Berlin").isEqualTo("22.00 EUR");
    }

    @Test
    void showsWhatWouldChangeBeforeAnythingDoes() {
        shop.offer("CUP", "10.00");
        shop.define("sku,cost");

        PriceFileId file = shop.send("sku,cost\nS-CUP,11\nS-NEW,2\n".getBytes(StandardCharsets.UTF_8), true, null);
        shop.baton.runDue();

        assertThat(shop.state(file)).isEqualTo(State.PROPOSED);
        assertThat(shop.changes(file))
                .containsExactly("2 S-CUP 10.00 → 11.00 APPLIED", "3 S-NEW none → 2.00 UNMATCHED");
        assertThat(shop.cost("CUP")).isEqualTo("10.00 EUR");
        assertThat(shop.items()).isEmpty();
        assertThat(shop.tasks()).isEmpty();

        decide().accept(shop.merchant, file);
        decide().accept(shop.merchant, file);
        shop.baton.runDue();

        assertThat(shop.state(file)).isEqualTo(State.APPLIED);
        assertThat(shop.file(file).run().counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0));
        assertThat(shop.cost("CUP")).isEqualTo("11.00 EUR");
        assertThat(shop.items()).hasSize(1);
    }

    private DecidePriceFile decide() {
        return shop.baton.bean(DecidePriceFile.class);
    }

    @Test
    void whatIsRefusedChangesNothingAndIsDecidedOnce() {
        shop.offer("CUP", "10.00");
        shop.define("sku,cost");
        PriceFileId file = shop.send("sku,cost\nS-CUP,11\n".getBytes(StandardCharsets.UTF_8), true, null);
        refusedWith(CatalogProblem.PRICE_LIST_DECIDED, () -> decide().accept(shop.merchant, file));
        shop.baton.runDue();

        decide().refuse(shop.merchant, file, "an old list");
        decide().refuse(shop.merchant, file, "once more");
        shop.baton.runDue();

        assertThat(shop.state(file)).isEqualTo(State.REFUSED);
        assertThat(shop.file(file).run().reason()).isEqualTo("an old list");
        assertThat(shop.cost("CUP")).isEqualTo("10.00 EUR");
        refusedWith(CatalogProblem.PRICE_LIST_DECIDED, () -> decide().accept(shop.merchant, file));
        PriceFileId applied = shop.read("sku,cost\nS-CUP,11\n");
        refusedWith(CatalogProblem.PRICE_LIST_DECIDED, () -> decide().refuse(shop.merchant, applied, "too late"));
    }

    @Test
    void aCostThatJumpsWaitsAndTheRestGoesOn() {
        shop.offer("CUP", "10.00");
        shop.offer("JAR", "20.00");
        shop.define("sku,cost");

        PriceFileId file = shop.read("sku,cost\nS-CUP,14\nS-JAR,21\n");

        assertThat(shop.state(file)).isEqualTo(State.APPLIED);
        assertThat(shop.cost("CUP")).isEqualTo("10.00 EUR");
        assertThat(shop.cost("JAR")).isEqualTo("21.00 EUR");
        assertThat(shop.tasks()).containsExactly("catalog.cost-jump");
        shop.baton
                .bean(DecideCosts.class)
                .accept(shop.merchant, List.of(shop.waiting().getFirst().id()), "agreed");
        assertThat(shop.cost("CUP")).isEqualTo("14.00 EUR");
    }

    @Test
    void aListOfWhichMostCostsJumpIsSetAsideAsAWhole() {
        StringBuilder text = new StringBuilder("sku,cost\n");
        for (int i = 0; i < 12; i++) {
            shop.offer("I" + i, "10.00");
            text.append("S-I").append(i).append(i < 5 ? ",10.50\n" : ",1050\n");
        }
        shop.define("sku,cost");

        PriceFileId file = shop.read(text.toString());

        assertThat(shop.state(file)).isEqualTo(State.QUARANTINED);
        assertThat(shop.file(file).run().reason()).isEqualTo("7 of 12 costs would jump");
        assertThat(shop.tasks()).containsExactly("catalog.price-list-doubted");
        assertThat(shop.cost("I0")).isEqualTo("10.00 EUR");
        assertThat(shop.waiting()).isEmpty();

        decide().accept(shop.merchant, file);
        shop.baton.runDue();
        assertThat(shop.cost("I0")).isEqualTo("10.50 EUR");
        assertThat(shop.waiting()).hasSize(7);
        assertThat(shop.tasks()).containsExactly("catalog.cost-jump");
    }

    @Test
    void anErrorFileThatIsMendedAndSentAgainAddsExactlyTheMissingRows() {
        shop.offer("CUP", "10.00");
        shop.offer("POT", "10.00");
        shop.offer("JUG", "10.00");
        shop.offer("CAN", "10.00");
        shop.define("sku,title,cost,currency,pack");

        PriceFileId file = shop.read("""
                sku,title,cost,currency,pack
                S-CUP,Cup,11,EUR,
                1.23E+11,Pot,11,EUR,
                S-JUG,"Jug, big",ask us,EUR,
                S-CAN,Can,11,XXQ,
                S-CUP,Cup,12,EUR,
                """);
        String errors = shop.errors(file);

        assertThat(shop.file(file).run().counts()).isEqualTo(new Counts(1, 0, 0, 0, 0, 0));
        assertThat(shop.tasks()).containsExactly(PriceFileOutcomes.LEFT_OUT);
        assertThat(errors.lines())
                .hasSize(5)
                .first()
                .isEqualTo("\uFEFFsku,title,cost,currency,pack," + MendingTable.REASON);
        assertThat(errors)
                .contains("1.23E+11,Pot,", "\"Jug, big\",ask us,", "S-CAN,Can,11,XXQ,", "stands on two rows")
                .doesNotContain("S-CUP,Cup,11");

        String mended =
                errors.replace("1.23E+11", "S-POT").replace("ask us", "11").replace("XXQ", "EUR");
        PriceFileId again = shop.send(
                mended.lines()
                        .filter(line -> !line.startsWith("S-CUP"))
                        .reduce("", (a, b) -> a + b + "\n")
                        .getBytes(StandardCharsets.UTF_8),
                false,
                file);
        shop.baton.runDue();

        assertThat(shop.file(again).run().counts()).isEqualTo(new Counts(3, 0, 0, 0, 0, 0));
        assertThat(List.of(shop.cost("CUP"), shop.cost("POT"), shop.cost("JUG"), shop.cost("CAN")))
                .containsOnly("11.00 EUR");
        assertThat(shop.tasks()).isEmpty();
    }

    @Test
    void rowsMendedLateOverwriteNothingYounger() {
        shop.offer("CUP", "10.00");
        shop.offer("POT", "10.00");
        shop.offer("JUG", "10.00");
        shop.define("sku,cost");
        PriceFileId first = shop.read("sku,cost\nS-CUP,?\nS-POT,?\nS-JUG,?\n");
        shop.baton.clock().advance(Duration.ofHours(1));
        shop.read("sku,cost\nS-CUP,11\nS-POT,10\n");
        shop.baton.clock().advance(Duration.ofHours(1));

        PriceFileId mended =
                shop.send("sku,cost\nS-CUP,12\nS-POT,12\nS-JUG,12\n".getBytes(StandardCharsets.UTF_8), false, first);
        shop.baton.runDue();

        assertThat(shop.file(mended).run().counts()).isEqualTo(new Counts(1, 0, 0, 0, 0, 2));
        assertThat(shop.cost("CUP")).isEqualTo("11.00 EUR");
        assertThat(shop.cost("POT"))
                .as("the later list said that nothing changes")
                .isEqualTo("10.00 EUR");
        assertThat(shop.cost("JUG")).isEqualTo("12.00 EUR");
    }

    @Test
    void whatAPersonStatedAfterTheFileCameStands() {
        shop.offer("CUP", "10.00");
        shop.define("sku,cost");
        PriceFileId file = shop.send("sku,cost\nS-CUP,11\n".getBytes(StandardCharsets.UTF_8), true, null);
        shop.baton.runDue();
        shop.baton.clock().advance(Duration.ofHours(1));
        shop.shop.offer("CUP", shop.supplier, "S-CUP", "9.00", 5);

        decide().accept(shop.merchant, file);
        shop.baton.runDue();

        assertThat(shop.cost("CUP")).isEqualTo("9.00 EUR");
        assertThat(shop.file(file).run().counts().superseded()).isEqualTo(1);
    }

    @Test
    void costsOfSeveralDaysOfOneItemHoldOneAfterAnother() {
        shop.baton.clock().set(Instant.parse("2026-03-02T08:00:00Z"));
        shop.offer("CUP", "10.00");
        shop.define("sku,cost,from");

        PriceFileId file = shop.read("""
                sku,cost,from
                S-CUP,13,2026-05-01
                S-CUP,11,2026-03-01
                S-CUP,9.5,2026-01-01
                S-CUP,12,2026-04-01
                """);

        assertThat(shop.file(file).run().counts()).isEqualTo(new Counts(1, 2, 0, 0, 0, 1));
        assertThat(shop.cost("CUP")).isEqualTo("11.00 EUR");
        shop.baton.clock().set(Instant.parse("2026-04-02T08:00:00Z"));
        assertThat(shop.cost("CUP")).isEqualTo("12.00 EUR");
        shop.baton.clock().set(Instant.parse("2026-05-02T08:00:00Z"));
        assertThat(shop.cost("CUP")).isEqualTo("13.00 EUR");
    }

    @Test
    void aRiseThatIsTakenBackIsNoLongerPlanned() {
        shop.baton.clock().set(Instant.parse("2026-03-02T08:00:00Z"));
        shop.offer("CUP", "10.00");
        shop.define("sku,cost,from");
        shop.read("sku,cost,from\nS-CUP,12,2026-04-01\n");
        shop.baton.clock().advance(Duration.ofHours(1));

        PriceFileId again = shop.read("sku,cost,from\nS-CUP,10,2026-04-01\n");

        assertThat(shop.file(again).run().counts().planned()).isEqualTo(1);
        shop.baton.clock().set(Instant.parse("2026-04-02T08:00:00Z"));
        shop.baton.runDue();
        assertThat(shop.cost("CUP")).isEqualTo("10.00 EUR");
    }

    @Test
    void aSecondJumpOfOneItemIsAskedAboutAfterTheFirst() {
        shop.baton.clock().set(Instant.parse("2026-03-02T08:00:00Z"));
        shop.offer("CUP", "10.00");
        shop.define("sku,cost,from");

        PriceFileId file = shop.read("sku,cost,from\nS-CUP,20,\nS-CUP,30,2026-04-01\n");

        assertThat(shop.waiting())
                .singleElement()
                .satisfies(each -> assertThat(each.proposed().micros()).isEqualTo(20_000_000));
        assertThat(shop.errors(file)).contains("S-CUP,30,2026-04-01").contains("waits for a decision");
    }

    @Test
    void findsAnItemThatStandsOnTwoRowsFarApart() {
        shop.define("sku,cost");
        StringBuilder text = new StringBuilder("sku,cost\n");
        IntStream.range(0, 11_000).forEach(i -> text.append("N").append(i).append(",1\n"));
        text.append("N0,2\n");

        PriceFileId file = shop.read(text.toString());

        assertThat(shop.file(file).run().counts()).isEqualTo(new Counts(0, 0, 0, 0, 11_000, 0));
        assertThat(shop.errors(file).lines()).hasSize(2).last().asString().contains("N0,2,", "row 2 too");
    }

    @Test
    void goesOnBehindTheLastRowThatIsDoneAfterAKill() {
        shop.offer("CUP", "10.00");
        shop.offer("POT", "10.00");
        shop.define("sku,cost");
        PriceFileId file = shop.send("sku,cost\nS-CUP,11\nS-POT,11\n");
        TakePriceList take = shop.baton.bean(TakePriceList.class);
        take.take(shop.merchant, shop.file(file).run().id(), List.of(), List.of(), 3);
        assertThat(take.end(shop.merchant, shop.file(file).run().id())).isEqualTo(State.APPLYING);
        ListedPrice done =
                new ListedPrice(2, new PriceRow("S-CUP", "MAIN", null, null, new Cost(12_000_000, "EUR"), null, null));
        take.take(shop.merchant, shop.file(file).run().id(), List.of(done), List.of(), 2);

        shop.baton.runDue();

        assertThat(shop.cost("CUP"))
                .as("row 2 counted for the one that died and is not read again")
                .isEqualTo("12.00 EUR");
        assertThat(shop.cost("POT")).isEqualTo("11.00 EUR");
        assertThat(shop.file(file).run().counts().applied()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNoTableChangesNothingAndATaskSaysSo() {
        shop.offer("CUP", "10.00");
        shop.define("sku,cost");

        PriceFileId page = shop.read("<!DOCTYPE html><html>please log in</html>");
        PriceFileId columns = shop.read("code,price\nS-CUP,9\n");
        PriceFileId broken = shop.read("sku,cost\nS-CUP,9\nS-POT,\"1\n");

        assertThat(shop.file(page).file().unreadable()).contains("web page");
        assertThat(shop.file(columns).file().unreadable()).contains("no column sku; it has code, price");
        assertThat(shop.file(broken).file().unreadable()).startsWith("Row 3 ");
        assertThat(shop.state(broken)).isEqualTo(State.REFUSED);
        assertThat(shop.cost("CUP")).as("also not by the row before the fault").isEqualTo("10.00 EUR");
        assertThat(shop.tasks()).containsExactly(PriceFileOutcomes.UNREADABLE);

        shop.read("sku,cost\nS-CUP,9\n");
        assertThat(shop.tasks()).isEmpty();
    }

    @Test
    void passesOverABarcodeAndAWeightThatCannotBe() {
        shop.define("sku,cost,ean,weight");

        PriceFileId file = shop.read("sku,cost,ean,weight\nS-NEW,3,4006381333932,heavy\n");

        assertThat(shop.items()).singleElement().satisfies(item -> {
            assertThat(item.gtin()).isNull();
            assertThat(item.weightGrams()).isNull();
        });
        assertThat(shop.file(file).run().faults()).isEqualTo(1);
        assertThat(shop.errors(file).lines()).as("nothing was left out").hasSize(1);
        assertThat(shop.tasks()).isEmpty();
    }

    @Test
    void keepsWhatRowsCameToForTheLatestEditionOnly() {
        shop.offer("CUP", "10.00");
        shop.define("sku,cost");
        PriceFileId first = shop.read("sku,cost\nS-CUP,11\n");
        shop.baton.clock().advance(Duration.ofHours(1));
        PriceFileId second = shop.read("sku,cost\nS-CUP,12\n");

        assertThat(shop.changes(first)).isEmpty();
        assertThat(shop.file(first).run().counts().applied()).isEqualTo(1);
        assertThat(shop.changes(second)).hasSize(1);
    }

    private static void refusedWith(ProblemCode code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
