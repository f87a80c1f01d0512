package dev.baton.trading.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.InventoryProblem;
import dev.baton.inventory.StageFeed;
import dev.baton.inventory.StagedRow;
import dev.baton.platform.Problem;
import dev.baton.platform.documents.LargeDocuments;
import dev.baton.suppliers.SampleSupplier;
import dev.baton.trading.sources.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedFilesTest {

    private final FeedShop shop = new FeedShop();

    @BeforeEach
    void define() {
        shop.define();
    }

    @Test
    void keepsTheFileAsItCameAndMergesIt() throws IOException {
        OfferId cup = shop.offer("CUP");
        byte[] bytes = "sku;qty;Bezeichnung\nS-CUP;10+;Tasse, groß\n".getBytes(Charset.forName("windows-1252"));

        FeedFileId file = shop.send(bytes, false, null);
        shop.work();

        assertThat(shop.state(file)).isEqualTo("MERGED");
        assertThat(shop.stock(cup).observed()).isEqualTo(10);
        try (InputStream kept = shop.baton
                .bean(LargeDocuments.class)
                .open(shop.merchant, shop.file(file).file().document())) {
            assertThat(kept.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void readsManyMoreRowsThanOnePieceHolds() {
        OfferId last = shop.offer("LAST");
        StringBuilder text = new StringBuilder("sku,qty\n");
        for (int i = 0; i < 25_000; i++) {
            text.append("S-NONE").append(i).append(",1\n");
        }
        text.append("S-LAST,4\n");

        FeedFileId file = shop.send(text.toString());
        shop.work();

        assertThat(shop.state(file)).isEqualTo("MERGED");
        assertThat(shop.stock(last).observed()).isEqualTo(4);
        assertThat(shop.file(file).run().faults()).isEqualTo(25_000);
        assertThat(shop.errors(file).lines()).hasSize(25_001);
    }

    @Test
    void goesOnBehindTheLastRowThatWasStagedAfterAKill() {
        OfferId cup = shop.offer("CUP");
        OfferId pot = shop.offer("POT");
        FeedFileId file = shop.send(FeedShop.table("CUP=3", "POT=4"));
        StageFeed stage = shop.baton.bean(StageFeed.class);
        stage.stage(
                shop.merchant, shop.file(file).run().id(), List.of(new StagedRow(2, "S-CUP", null, 9)), List.of(), 2);

        shop.work();

        assertThat(shop.stock(cup).observed())
                .as("row 2 was staged by the one that died and is not read again")
                .isEqualTo(9);
        assertThat(shop.stock(pot).observed()).isEqualTo(4);
    }

    @Test
    void anErrorFileThatIsMendedAndSentAgainAddsExactlyTheMissingRows() {
        OfferId cup = shop.offer("CUP");
        OfferId pot = shop.offer("POT");
        OfferId jug = shop.offer("JUG");
        FeedFileId file =
                shop.send("sku,title,qty\nS-CUP,Cup,3\n1.23E+11,Pot,4\nS-JUG,\"Jug, big\",many\nS-NEW,New,1\n");
        shop.work();
        String errors = shop.errors(file);

        assertThat(errors.lines()).hasSize(4).first().isEqualTo("\uFEFFsku,title,qty," + WriteErrorFile.REASON);
        assertThat(errors)
                .contains("1.23E+11,Pot,4,", "\"Jug, big\",many,", "S-NEW,New,1,")
                .doesNotContain("S-CUP");
        shop.at("2026-03-02T08:10:00Z");

        String mended = errors.replace("1.23E+11", "S-POT").replace(",many,", ",6,");
        FeedFileId again = shop.send(mended.getBytes(StandardCharsets.UTF_8), false, file);
        shop.work();

        assertThat(List.of(
                        shop.stock(cup).observed(),
                        shop.stock(pot).observed(),
                        shop.stock(jug).observed()))
                .containsExactly(3, 4, 6);
        assertThat(shop.file(again).run().applied()).isEqualTo(2);
        assertThat(shop.errors(again).lines()).hasSize(2);
        assertThat(shop.errors(again)).contains("S-NEW,New,1,").doesNotContain(WriteErrorFile.REASON + " (2)");
    }

    @Test
    void keepsTheFigureOfARowThatCannotBeReadBecauseTheFileHasIt() {
        OfferId cup = shop.offer("CUP");
        OfferId pot = shop.offer("POT");
        OfferId jug = shop.offer("JUG");
        shop.send(FeedShop.table("CUP=3", "POT=4", "JUG=5"));
        shop.work();

        shop.send(FeedShop.table("CUP=2", "POT=many"));
        shop.work();

        assertThat(List.of(
                        shop.stock(cup).observed(),
                        shop.stock(pot).observed(),
                        shop.stock(jug).observed()))
                .as("only the jug is left out")
                .containsExactly(2, 4, 0);
    }

    @Test
    void showsWhatWouldChangeBeforeAnythingDoes() {
        OfferId cup = shop.offer("CUP");
        FeedFileId file = shop.send(FeedShop.table("CUP=3").getBytes(StandardCharsets.UTF_8), true, null);
        shop.work();

        assertThat(shop.state(file)).isEqualTo("PROPOSED");
        assertThat(shop.stock(cup).observed()).isZero();
        assertThat(shop.tasks()).isEmpty();

        shop.baton.bean(DecideFeedFile.class).accept(shop.merchant, file);
        shop.work();
        assertThat(shop.state(file)).isEqualTo("MERGED");
        assertThat(shop.stock(cup).observed()).isEqualTo(3);
    }

    @Test
    void aFileThatIsNoTableIsRefusedAndATaskSaysSo() {
        OfferId cup = shop.offer("CUP");
        shop.send(FeedShop.table("CUP=3"));
        shop.work();

        FeedFileId page = shop.send("<!DOCTYPE html><html>please log in</html>");
        FeedFileId columns = shop.send("code,stock\nS-CUP,0\n");
        FeedFileId broken = shop.send("sku,qty\nS-CUP,0\nS-POT,\"1\n");
        shop.work();

        assertThat(shop.file(page).file().unreadable()).contains("web page");
        assertThat(shop.file(columns).file().unreadable()).contains("no column sku; it has code, stock");
        assertThat(shop.file(broken).file().unreadable()).startsWith("Row 3 ");
        assertThat(shop.state(broken)).isEqualTo("REFUSED");
        assertThat(shop.stock(cup).observed()).isEqualTo(3);
        assertThat(shop.tasks()).containsExactly(FeedOutcomes.UNREADABLE);

        shop.send(FeedShop.table("CUP=2"));
        shop.work();
        assertThat(shop.tasks()).isEmpty();
    }

    @Test
    void refusesAnUnknownFeedAndAnUnknownFileToMend() {
        FeedFileId none = new FeedFileId(UUID.randomUUID());

        assertThatThrownBy(() -> shop.send(FeedShop.table().getBytes(StandardCharsets.UTF_8), false, none))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(FeedProblem.FEED_FILE_UNKNOWN));
        assertThatThrownBy(() -> new FeedShop().send(FeedShop.table()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(FeedProblem.FEED_UNKNOWN));
    }

    @Test
    void theSuppliersFirstAnswerCounts() {
        shop.offers(5);
        shop.send(FeedShop.all(5, 7));
        shop.work();
        FeedFileId zeros = shop.send(FeedShop.all(5, 0));
        shop.work();
        DecideFeedFile decide = shop.baton.bean(DecideFeedFile.class);

        assertThat(decide.answer(shop.merchant, zeros, FeedFile.Answer.WRONG)).isEqualTo(FeedFile.Answer.WRONG);
        assertThat(decide.answer(shop.merchant, zeros, FeedFile.Answer.RIGHT)).isEqualTo(FeedFile.Answer.WRONG);
        shop.work();

        assertThat(shop.state(zeros)).isEqualTo("REFUSED");
        assertThat(shop.file(zeros).run().reason()).contains("the supplier says");
    }

    @Test
    void anAnswerAfterTheMerchantsDecisionChangesNothing() {
        shop.offers(5);
        shop.send(FeedShop.all(5, 7));
        shop.work();
        FeedFileId zeros = shop.send(FeedShop.all(5, 0));
        shop.work();
        DecideFeedFile decide = shop.baton.bean(DecideFeedFile.class);
        decide.refuse(shop.merchant, zeros, "called them");

        assertThatThrownBy(() -> decide.answer(shop.merchant, zeros, FeedFile.Answer.RIGHT))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(InventoryProblem.FEED_DECIDED));
        assertThat(shop.file(zeros).file().answer()).isNull();
    }

    @Test
    void aNewDefinitionIsANewVersionAndOlderFilesKeepTheirs() {
        shop.offer("CUP");
        FeedFileId first = shop.send(FeedShop.table("CUP=3"));
        shop.define();

        assertThat(shop.feed().version()).isEqualTo(2);
        assertThat(shop.file(first).file().version()).isEqualTo(1);
    }

    @Test
    void refusesADefinitionThatCannotBe() {
        FeedDefinition usual = FeedShop.definition(FileSource.UPLOAD, StalePolicy.KEEP);
        FeedDefinition insecure = FeedShop.definition(
                new FileSource(FileSource.Kind.HTTPS, "ftp://acme.example/x", null, null, null), StalePolicy.KEEP);
        DefineFeed define = shop.baton.bean(DefineFeed.class);

        assertThatThrownBy(() -> define.define(shop.merchant, shop.supplier, "no spaces", usual, null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.field()).isEqualTo("code"));
        assertThatThrownBy(() -> define.define(shop.merchant, shop.supplier, "x", insecure, null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.field()).isEqualTo("source.url"));
        assertThatThrownBy(() -> define.define(
                        shop.merchant, shop.catalog.supplier(SampleSupplier.coded("bolt")), FeedShop.FEED, usual, null))
                .hasMessageContaining("another supplier's");
    }
}
