package dev.baton.trading.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.Problem;
import dev.baton.platform.pdf.DocumentWords;
import dev.baton.platform.tables.TableProblem;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView.ParcelView;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.TestRoad;
import dev.baton.trading.notices.ReceiveShipNotices.Receipt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A supplier's table of what left. */
class ReceiveShipNoticesTest {

    private static final String HEAD =
            "purchase order,sku,quantity,carrier,tracking number,sscc,weight,weight unit,shipped on\n";
    private static final String ONE = "1Z999AA10123456784";
    private static final String TWO = "1ZBAT0N10300123458";
    private static final String SSCC = "106141412345678908";

    private final TestRoad road = new TestRoad();
    private final SupplierId acme = road.supplier("ACME", Netting.GROSS);
    private final SupplierId bolt = road.supplier("BOLT", Netting.GROSS);
    private PurchaseOrderView order;

    @BeforeEach
    void sent() {
        road.goods("LAMP", acme);
        road.goods("BULB", acme);
        order = road.purchaseOrder(road.place("1", "LAMP×3", "BULB×2"));
        road.work();
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void recordsParcelsWithWhatIsInThemWeightAndSscc() {
        Receipt receipt = receive("""
                %1$s,S-LAMP,2,UPS,%2$s,(00) 1 0614141 234567890 8,"1,5",kg,2026-03-01
                %1$s,BULB,2,UPS,%2$s,%4$s,1.5,kg,2026-03-01
                %1$s,S-LAMP,1,DHL,00340434161094042557,,750 g,,
                """.formatted(order.number(), ONE, TWO, SSCC));

        assertThat(receipt).isEqualTo(new Receipt(2, 0, 0, List.of(), ""));
        assertThat(parcels()).hasSize(2);
        assertThat(parcels().getFirst())
                .extracting(
                        ParcelView::carrierCode, ParcelView::trackingNumber, ParcelView::sscc, ParcelView::weightGrams)
                .containsExactly("ups", ONE, SSCC, 1500);
        assertThat(parcels().getFirst().lines())
                .extracting(line -> line.line() + "×" + line.quantity())
                .containsExactly("1×2", "2×2");
        assertThat(parcels().getLast().weightGrams()).isEqualTo(750);
        assertThat(now().status()).isEqualTo(PurchaseOrderStatus.SHIPPED);
    }

    @Test
    void theSameTableAgainHasNoFurtherEffect() {
        String table = """
                %1$s,LAMP,2,UPS,%2$s,,,,
                %1$s,LAMP,1,Own van,,,,,
                """.formatted(order.number(), ONE);

        assertThat(receive(table).recorded()).isEqualTo(2);
        road.baton.clock().advance(java.time.Duration.ofHours(3));
        Receipt again = receive(table);

        assertThat(again.recorded()).isZero();
        assertThat(again.repeated()).isEqualTo(2);
        assertThat(again.wrong()).isEmpty();
        assertThat(parcels()).hasSize(2);
    }

    @Test
    void theSameTableAtTheSameTimeHasOneEffect() throws Exception {
        String table = order.number() + ",LAMP,2,UPS," + ONE + ",,,,\n";
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Receipt> send = () -> {
            together.await();
            return receive(table);
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Receipt> one = threads.submit(send);
            Future<Receipt> other = threads.submit(send);

            assertThat(one.get().recorded() + other.get().recorded()).isEqualTo(1);
            assertThat(one.get().repeated() + other.get().repeated()).isEqualTo(1);
        }
        assertThat(parcels()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                No such order      | 9999-1,LAMP,1,UPS,%2$s,,,,         | No purchase order 9999-1
                No such item       | %1$s,CHAIR,1,UPS,%2$s,,,,          | has no item CHAIR. It has: S-LAMP, S-BULB
                No quantity        | %1$s,LAMP,0,UPS,%2$s,,,,           | number of units, 1 or more
                A half             | %1$s,LAMP,1.5,UPS,%2$s,,,,         | number of units, 1 or more
                Wrong check digit  | %1$s,LAMP,1,UPS,%2$s,106141412345678907,,,   | a check digit
                No weight          | %1$s,LAMP,1,UPS,%2$s,,heavy,kg,    | is no weight
                No unit            | %1$s,LAMP,1,UPS,%2$s,,3,,          | kg, g, lb or oz
                Another unit       | %1$s,LAMP,1,UPS,%2$s,,3,stone,     | kg, g, lb or oz
                No day             | %1$s,LAMP,1,UPS,%2$s,,,,yesterday  | write it as 2026-03-02
                A day far ahead    | %1$s,LAMP,1,UPS,%2$s,,,,2027-03-02 | at most one day ahead
                A weight alone     | %1$s,LAMP,1,,,,3,kg,               | add carrier, tracking number or SSCC
                """)
    void aWrongRowComesBackWithWhatToDoAndTheOthersAreRecorded(String wrong, String row, String why) {
        Receipt receipt = receive((row + "\n%1$s,BULB,1,UPS,%3$s,,,,\n").formatted(order.number(), ONE, TWO));

        assertThat(receipt.recorded()).as(wrong).isEqualTo(1);
        assertThat(receipt.wrong()).singleElement().satisfies(each -> {
            assertThat(each.row()).isEqualTo(2);
            assertThat(each.why()).contains(why);
        });
        assertThat(receipt.errors().lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .endsWith("shipped on,Baton: what is wrong");
        assertThat(parcels()).extracting(ParcelView::trackingNumber).containsExactly(TWO);
    }

    @Test
    void halfAParcelIsNeverRecordedAndTheMendedRowsAddIt() {
        Receipt half = receive("""
                %1$s,LAMP,1,UPS,%2$s,,,,
                %1$s,CHAIR,1,UPS,%2$s,,,,
                """.formatted(order.number(), ONE));

        assertThat(half.recorded()).isZero();
        assertThat(half.wrong()).hasSize(2);
        assertThat(half.wrong().getFirst().why()).contains("Another row of this parcel");
        assertThat(parcels()).isEmpty();

        Receipt mended = receiveWhole(half.errors().replace("CHAIR", "BULB"));
        assertThat(mended.recorded()).isEqualTo(1);
        assertThat(mended.wrong()).isEmpty();
        assertThat(parcels().getFirst().lines()).hasSize(2);
    }

    @Test
    void rowsOfAParcelHaveToAgreeAndAToldParcelKeepsItsContents() {
        assertThat(receive("""
                %1$s,LAMP,1,UPS,%2$s,,1,kg,
                %1$s,BULB,1,UPS,%2$s,,2,kg,
                """.formatted(order.number(), ONE)).wrong())
                .hasSize(2)
                .allSatisfy(wrong -> assertThat(wrong.why()).contains("do not agree"));

        receive(order.number() + ",LAMP,1,UPS," + ONE + ",,,,\n");
        Receipt otherwise = receive(order.number() + ",LAMP,2,UPS," + ONE + ",,,,\n");
        assertThat(otherwise.wrong())
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.why()).contains(ONE, "told before with other contents"));
        assertThat(parcels()).hasSize(1);
    }

    @Test
    void theTemplateListsWhatIsOwedAndLeftAsItIsSaysNothing() {
        String template = template(acme);
        assertThat(template).contains(order.number() + ",S-LAMP,3,,,,,,").contains(order.number() + ",S-BULB,2,,,,,,");

        Receipt untouched = receiveWhole(template);
        assertThat(untouched).isEqualTo(new Receipt(0, 0, 2, List.of(), ""));
        assertThat(template(bolt).lines()).hasSize(1);

        Receipt filled = receiveWhole(template.replace("S-LAMP,3,,,", "S-LAMP,3,UPS," + ONE + ","));
        assertThat(filled.recorded()).isEqualTo(1);
        assertThat(filled.untouched()).isEqualTo(1);
    }

    @Test
    void aSupplierTellsOfItsOwnOrdersOnly() {
        Receipt others = receive(bolt, HEAD + order.number() + ",LAMP,1,UPS," + ONE + ",,,,\n");

        assertThat(others.recorded()).isZero();
        assertThat(others.wrong().getFirst().why()).contains("No purchase order " + order.number());
        assertThat(parcels()).isEmpty();
    }

    @Test
    void whatIsNoTableOrLacksAColumnIsRefusedAsAWhole() {
        assertThatThrownBy(() -> receiveWhole("%PDF-1.7"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(TableProblem.NOT_A_TABLE));
        assertThatThrownBy(() -> receiveWhole("purchase order,quantity\n1,2\n"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no column \"sku\"");
        assertThatThrownBy(() -> receiveWhole("a".repeat(4 << 20) + "b"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(TableProblem.TABLE_TOO_LARGE));
    }

    @Test
    void everyFaultHasWordsInEveryLanguage() {
        for (String language : List.of("en", "de", "fr", "es")) {
            DocumentWords words = DocumentWords.of("ship_notice", language);
            assertThat(words.language()).isEqualTo(language);
            for (NoticeFault.Kind kind : NoticeFault.Kind.values()) {
                assertThat(NoticeFault.of(kind, "a", "b", "c").said(words))
                        .as(language + " " + kind.name().toLowerCase(Locale.ROOT))
                        .isNotBlank()
                        .doesNotContain("{");
            }
        }
    }

    private Receipt receive(String rows) {
        return receiveWhole(HEAD + rows);
    }

    private Receipt receiveWhole(String table) {
        return receive(acme, table);
    }

    private Receipt receive(SupplierId supplier, String table) {
        try {
            return road.baton
                    .bean(ReceiveShipNotices.class)
                    .receive(
                            road.merchant,
                            List.of(supplier),
                            "en",
                            new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String template(SupplierId supplier) {
        return road.baton.in(
                road.merchant,
                () -> new String(
                        road.baton.bean(NoticeTemplate.class).write(road.merchant, List.of(supplier)),
                        StandardCharsets.UTF_8));
    }

    private List<ParcelView> parcels() {
        return road.baton.in(
                road.merchant,
                () -> road.baton.bean(ShipmentLookup.class).ofPurchaseOrder(road.merchant, order.id()).stream()
                        .flatMap(shipment -> shipment.packages().stream())
                        .toList());
    }

    private PurchaseOrderView now() {
        return road.purchaseOrder(order.number());
    }
}
