package dev.baton.trading.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.OfferCost;
import dev.baton.catalog.PriceRunView.Counts;
import dev.baton.catalog.PriceRunView.State;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What price lists of real suppliers did to importers. */
class PriceListTrapsTest {

    private final PriceShop shop = new PriceShop();

    @BeforeEach
    void offers() {
        shop.offer("CUP", "10.00");
        shop.define("sku,cost,title");
    }

    @Test
    void aCodeThatASpreadsheetShortenedIsNeverGuessedAt() {
        PriceFileId file = shop.read("sku,cost,title\n4.00638E+12,9,Pen\nS-CUP,11,Cup\n");

        assertThat(shop.errors(file)).contains("4.00638E+12,9,Pen,").contains("has lost its digits");
        assertThat(shop.items()).isEmpty();
        assertThat(shop.cost("CUP")).as("the rest goes on").isEqualTo("11.00 EUR");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, ;, false",
        "ISO-8859-1, ;, false",
        "UTF-8, '\t', true",
        "UTF-8, |, false",
        "UTF-16LE, ;, true"
    })
    void delimitersByteOrderMarksAndEncodingsAreFoundOut(String charset, String delimiter, boolean mark) {
        String text = (mark ? "\uFEFF" : "") + "sku,cost,title\nS-CUP,11,Tasse\nS-NEW,3,Große Schüssel\n";

        PriceFileId file = shop.send(text.replace(",", delimiter).getBytes(Charset.forName(charset)), false, null);
        shop.baton.runDue();

        assertThat(shop.state(file)).isEqualTo(State.APPLIED);
        assertThat(shop.cost("CUP")).isEqualTo("11.00 EUR");
        assertThat(shop.items())
                .singleElement()
                .satisfies(item -> assertThat(item.title()).isEqualTo("Große Schüssel"));
    }

    @Test
    void aNegativeCostOrOneWithTwoMeaningsIsNamedAndTheRestGoesOn() {
        PriceFileId file = shop.read("sku;cost;title\nA;-5,00;x\nB;1,234;x\nC;9,00 EUR / VE;x\nS-CUP;11,00;Cup\n");

        assertThat(shop.errors(file).lines()).hasSize(4);
        assertThat(shop.errors(file)).contains("is below 0").contains("may mean");
        assertThat(shop.cost("CUP")).isEqualTo("11.00 EUR");
    }

    @Test
    void theSameListTwiceChangesNothing() {
        shop.baton.clock().advance(Duration.ofHours(1));
        shop.read("sku,cost,title\nS-CUP,11,Cup\nS-NEW,3,New\n");
        shop.baton.clock().advance(Duration.ofHours(1));

        PriceFileId again = shop.read("sku,cost,title\nS-CUP,11,Cup\nS-NEW,3,New\n");

        assertThat(shop.file(again).run().counts()).isEqualTo(new Counts(0, 0, 0, 1, 1, 0));
        assertThat(shop.items()).hasSize(1);
        assertThat(shop.baton.in(
                        shop.merchant,
                        () -> shop.baton
                                .bean(CatalogLookup.class)
                                .costs(shop.merchant, shop.offer("CUP").id(), 10)))
                .extracting(OfferCost::source)
                .containsExactly(OfferCost.Source.PRICE_LIST, OfferCost.Source.MERCHANT);
    }

    @Test
    void aListInAnotherCurrencyIsNoCheapOffer() {
        PriceFileId file = shop.read("sku,cost,title\nS-CUP,USD 10.00,Cup\n");

        assertThat(shop.file(file).run().counts().waiting()).isEqualTo(1);
        assertThat(shop.cost("CUP")).isEqualTo("10.00 EUR");
        assertThat(shop.waiting())
                .singleElement()
                .satisfies(each -> assertThat(each.proposed().currency()).isEqualTo("USD"));
    }

    @Test
    void aHeaderBelowALetterheadIsFoundWhereTheMappingSaysSo() {
        shop.define(new PriceListDefinition(
                null,
                null,
                new PriceMapping(
                        "sku", "cost", null, null, null, null, null, null, null, null, null, null, null, null, 3,
                        null)));

        PriceFileId file = shop.send(
                "Acme Ltd, price list\n,\nsku,cost\nS-CUP,11\n".getBytes(StandardCharsets.UTF_8), false, null);
        shop.baton.runDue();

        assertThat(shop.state(file)).isEqualTo(State.APPLIED);
        assertThat(shop.cost("CUP")).isEqualTo("11.00 EUR");
    }
}
