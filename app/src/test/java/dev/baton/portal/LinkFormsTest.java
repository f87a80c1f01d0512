package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.portal.PortalShop.Reply;
import dev.baton.purchasing.Cancellation;
import dev.baton.purchasing.CounterOffer;
import dev.baton.purchasing.CounterOfferLookup;
import dev.baton.purchasing.DecideCounterOffer;
import dev.baton.purchasing.LineUnits;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.Recall;
import dev.baton.purchasing.RecallLookup;
import dev.baton.purchasing.TellMerchant;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.RecordShipments;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every form of the link page, sent as by a browser without JavaScript. */
class LinkFormsTest {

    private static final String VALID_DHL = "00340434161094021507";

    private final PortalShop shop = new PortalShop("en");

    @BeforeEach
    void goods() {
        shop.goods("LAMP", "Desk lamp", true);
        shop.goods("VASE", "Vase", false);
    }

    @Test
    void acceptsEveryOpenLine() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2", "VASE×1");

        Reply after = shop.follow(shop.submit(shop.get(shop.link(order)), "accept", Map.of()));

        assertThat(shop.order(order.number()).status()).isEqualTo(PurchaseOrderStatus.ACKNOWLEDGED);
        assertThat(after.page().select("[data-notice=done]").text()).contains("accepted");
        assertThat(after.page().getElementById("accept")).isNull();
    }

    @Test
    void twoTapsHaveOneEffectAndTheSameAnswer() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        Reply shown = shop.get(shop.link(order));
        Map<String, String> parcel = Map.of("parcel.1.tracking", VALID_DHL, "parcel.1.line.1", "1");

        Reply first = shop.submit(shown, "ship", parcel);
        Reply second = shop.submit(shown, "ship", parcel);

        assertThat(first.status()).isEqualTo(303);
        assertThat(second.status()).isEqualTo(303);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(shipments(order)).hasSize(1);
        assertThat(units(order, 1).shipped()).isEqualTo(1);
    }

    @Test
    void answersLineByLine() {
        PurchaseOrderView order = shop.sent("1", "LAMP×3", "VASE×2");
        String day = today().plusDays(9).toString();

        Reply after = shop.follow(shop.submit(
                shop.get(shop.link(order)),
                "answer",
                Map.of(
                        "line.1.accept", "2",
                        "line.1.reject", "1",
                        "line.1.reason", "out_of_stock",
                        "line.2.backorder", "2",
                        "line.2.date", day)));

        assertThat(units(order, 1).accepted()).isEqualTo(2);
        assertThat(units(order, 1).rejected()).isEqualTo(1);
        assertThat(units(order, 2).backordered()).isEqualTo(2);
        assertThat(units(order, 2).backorderedUntil()).isEqualTo(LocalDate.parse(day));
        assertThat(shop.next(order).supplier()).isEqualTo(shop.supplierId("bolt"));
        assertThat(after.text()).contains("2 accepted", "1 you cannot ship", "2 later, from");
    }

    @Test
    void anotherPriceIsACounterOfferAndThePageTellsWhatBecomesOfIt() {
        shop.costs("LAMP", "1.00");
        PurchaseOrderView order = shop.sent("1", "LAMP×2", "VASE×1");
        Reply shown = shop.get(shop.link(order));
        assertThat(shown.page().select("label[for=line.1.cost]").text())
                .isEqualTo("Another price a piece, if not 1.00 EUR");
        for (String bad : List.of("1.250", "0", "twelve", "-3")) {
            assertThat(shop.submit(shown, "answer", Map.of("line.1.accept", "2", "line.1.cost", bad))
                            .status())
                    .as(bad)
                    .isEqualTo(422);
        }
        assertThat(shop.submit(shown, "answer", Map.of("line.2.accept", "1", "line.1.cost", "1,25"))
                        .text())
                .contains("Please say how many you ship at that price.");

        Reply after = shop.follow(
                shop.submit(shop.get(shop.link(order)), "answer", Map.of("line.1.accept", "2", "line.1.cost", "1,25")));

        assertThat(after.page().select("[data-notice=done]").text()).contains("the other price");
        assertThat(after.text()).contains("Your price of 1.25 EUR a piece waits for an answer, by");
        assertThat(units(order, 1).accepted()).isEqualTo(2);
        decide(order, DecideCounterOffer.Choice.REFUSE);
        assertThat(shop.get(shop.link(order)).text())
                .contains("Your price of 1.25 EUR a piece is not agreed. Please ship at 1.00 EUR");
    }

    @Test
    void aPriceWithinWhatIsAgreedCountsAtOnce() {
        shop.costs("LAMP", "1.00");
        PurchaseOrderView order = shop.sent("1", "LAMP×2");

        Reply after = shop.follow(
                shop.submit(shop.get(shop.link(order)), "answer", Map.of("line.1.accept", "2", "line.1.cost", "1.02")));

        assertThat(after.text()).contains("Your price of 1.02 EUR a piece is agreed.");
        assertThat(shop.order(order.number()).lines().getFirst().unitCostMicros())
                .isEqualTo(1_020_000);
    }

    @Test
    void whatLeftAfterItWasCancelledIsStoppedTakenBackOrNeither() {
        PurchaseOrderView order = shop.sent("1", "LAMP×1");
        cancel(order);
        shop.follow(shop.submit(shop.get(shop.link(order)), "cancellation", Map.of("answer", "yes")));
        shop.baton
                .bean(RecordShipments.class)
                .record(
                        shop.merchant,
                        order.supplier(),
                        List.of(new NewShipment(
                                order.number(),
                                "late",
                                shop.baton.clock().instant(),
                                List.of(new NewShipment.NewPackage(
                                        "dhl", VALID_DHL, null, null, List.of(new NewShipment.PackageLine(1, 1)))))));

        Reply asked = shop.get(shop.link(order));
        assertThat(asked.page().select("form[data-question=recall]").text()).contains("1 × Desk lamp");
        assertThat(shop.submit(asked, "recall", Map.of("answer", "maybe")).status())
                .isEqualTo(422);
        Reply after = shop.follow(shop.submit(asked, "recall", Map.of("answer", "stops")));

        assertThat(after.page().select("[data-notice=done]").text()).contains("the merchant is told");
        assertThat(after.page().select("form[data-question=recall]")).isEmpty();
        assertThat(shop.in(() -> shop.baton
                        .bean(RecallLookup.class)
                        .of(shop.merchant, order.id())
                        .getFirst()
                        .status()))
                .isEqualTo(Recall.Status.STOPS);
    }

    private void decide(PurchaseOrderView order, DecideCounterOffer.Choice choice) {
        CounterOffer offer = shop.in(() -> shop.baton
                .bean(CounterOfferLookup.class)
                .of(shop.merchant, order.id())
                .getLast());
        shop.baton.bean(DecideCounterOffer.class).decide(shop.merchant, offer.id(), choice, null);
    }

    @Test
    void aRefusedFormSaysWhyAndKeepsWhatWasTyped() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        Reply shown = shop.get(shop.link(order));

        Reply noReason = shop.submit(shown, "answer", Map.of("line.1.reject", "1"));
        Reply tooMany = shop.submit(shown, "answer", Map.of("line.1.accept", "3"));
        Reply noNumber = shop.submit(shown, "answer", Map.of("line.1.accept", "two"));
        Reply nothing = shop.submit(shown, "answer", Map.of());
        Reply noDay = shop.submit(shown, "answer", Map.of("line.1.backorder", "1"));

        for (Reply refused : List.of(noReason, tooMany, noNumber, nothing, noDay)) {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().select("[data-notice=refused]").text()).contains("Nothing was changed");
            assertThat(refused.page().select("#cannot[open]")).isNotEmpty();
        }
        assertThat(noReason.page().select("[name='line.1.reject']").val()).isEqualTo("1");
        assertThat(units(order, 1).unanswered()).isEqualTo(2);

        assertThat(shop.submit(noReason, "answer", Map.of("line.1.reason", "price"))
                        .status())
                .as("mended and sent again")
                .isEqualTo(303);
    }

    @Test
    void shipsSeveralParcelsWithoutJavaScript() {
        PurchaseOrderView order = shop.sent("1", "LAMP×3");
        Reply shown = shop.get(shop.link(order) + "?parcels=2");

        Reply after = shop.follow(shop.submit(
                shown,
                "ship",
                Map.of(
                        "parcel.1.tracking", VALID_DHL,
                        "parcel.1.line.1", "1",
                        "parcel.2.carrier", "UPS",
                        "parcel.2.tracking", "1Z5R89390357567127",
                        "parcel.2.line.1", "2")));

        assertThat(shop.order(order.number()).status()).isEqualTo(PurchaseOrderStatus.SHIPPED);
        assertThat(shipments(order).getFirst().packages()).hasSize(2);
        assertThat(after.page().select("[data-parcel]").eachAttr("data-parcel"))
                .containsExactly(VALID_DHL, "1Z5R89390357567127");
        assertThat(after.page().getElementById("ship")).isNull();
        assertThat(after.page().select("[data-slips=2] a").eachText()).containsExactly("A4", "Letter", "4×6");
        for (String size : List.of("A4", "Letter", "4x6")) {
            Reply slip = shop.get(shop.link(order) + "?print=slip&parcel=2&size=" + size);
            assertThat(slip.header("Content-Type")).as(size).isEqualTo("application/pdf");
            assertThat(slip.header("Content-Disposition")).contains(order.number() + "-parcel-2-slip.pdf");
        }
        assertThat(shop.get(shop.link(order) + "?print=slip&parcel=3").status()).isEqualTo(404);
        assertThat(shop.get(shop.link(order) + "?print=slip&parcel=x").status()).isEqualTo(404);
    }

    @Test
    void recordsAWrongCheckDigitAndSaysSo() {
        PurchaseOrderView order = shop.sent("1", "LAMP×1");

        Reply after = shop.follow(shop.submit(
                shop.get(shop.link(order)),
                "ship",
                Map.of("parcel.1.carrier", "UPS", "parcel.1.tracking", "1Z5R89390357567128")));

        assertThat(after.page().select("[data-notice=done]").text()).contains("does not look right");
        assertThat(shipments(order).getFirst().packages().getFirst().remark()).contains("check digit");
        assertThat(shop.taskKinds()).contains("shipping.tracking-number");
    }

    @Test
    void refusesParcelsWithoutGoods() {
        PurchaseOrderView order = shop.sent("1", "LAMP×1");
        Reply shown = shop.get(shop.link(order));

        assertThat(shop.submit(shown, "ship", Map.of("parcel.1.line.1", "0")).status())
                .isEqualTo(422);
        assertThat(shop.submit(shown, "ship", Map.of("parcel.1.line.1", "0", "parcel.1.tracking", VALID_DHL))
                        .text())
                .contains("a parcel without goods");
        assertThat(shipments(order)).isEmpty();
    }

    @Test
    void situation1TheRestIsNotComing() {
        PurchaseOrderView order = shop.sent("1", "LAMP×3");
        shop.submit(shop.get(shop.link(order)), "ship", Map.of("parcel.1.line.1", "2"));

        Reply shown = shop.get(shop.link(order));
        assertThat(shop.submit(shown, "rest", Map.of("reason", "out_of_stock")).status())
                .isEqualTo(422);
        Reply after = shop.follow(shop.submit(shown, "rest", Map.of("line.1", "on", "reason", "out_of_stock")));

        assertThat(after.text()).contains("the rest is not coming");
        assertThat(shop.order(order.number()).status()).isEqualTo(PurchaseOrderStatus.SHIPPED);
        assertThat(shop.next(order).lines().getFirst().units().quantity()).isEqualTo(1);
    }

    @Test
    void situation12AcceptTappedByMistakeIsUndone() {
        PurchaseOrderView order = shop.sent("1", "LAMP×3");
        shop.submit(
                shop.get(shop.link(order)),
                "answer",
                Map.of("line.1.accept", "2", "line.1.reject", "1", "line.1.reason", "other"));

        Reply after = shop.follow(shop.submit(shop.get(shop.link(order)), "undo", Map.of()));

        assertThat(units(order, 1).unanswered()).isEqualTo(2);
        assertThat(after.text()).contains("taken back", "with another supplier already");
        assertThat(after.page().getElementById("undo")).isNull();
        assertThat(after.page().getElementById("accept")).isNotNull();
    }

    @Test
    void offersNoUndoOnceSomethingHasLeft() {
        PurchaseOrderView order = shop.sent("1", "LAMP×3");
        shop.submit(shop.get(shop.link(order)), "accept", Map.of());
        Reply early = shop.get(shop.link(order));
        shop.submit(early, "ship", Map.of("parcel.1.line.1", "1"));

        assertThat(shop.submit(early, "undo", Map.of()).status()).isEqualTo(409);
        assertThat(shop.get(shop.link(order)).page().getElementById("undo")).isNull();
    }

    @Test
    void situation9ClosingDaysAreDeclaredAndTakenBack() {
        PurchaseOrderView order = shop.sent("1", "LAMP×1");
        Reply shown = shop.get(shop.link(order));
        String from = today().plusDays(7).toString();
        String until = today().plusDays(9).toString();

        Reply declared =
                shop.follow(shop.submit(shown, "closed", Map.of("from", from, "until", until, "note", "Inventory")));
        assertThat(declared.text()).contains("Inventory");
        assertThat(shop.submit(shown, "closed", Map.of("from", until, "until", from, "once", "other"))
                        .status())
                .isEqualTo(422);

        String id = declared.page().select("[name=withdraw]").val();
        Reply after = shop.follow(
                shop.post(shop.link(order) + "/closed", Map.of("once", "another", "withdraw", id), Map.of()));
        assertThat(after.text()).doesNotContain("Inventory");
    }

    @Test
    void aMessageIsATaskForAPerson() {
        PurchaseOrderView order = shop.sent("1", "LAMP×1");
        Reply shown = shop.get(shop.link(order));

        assertThat(shop.submit(shown, "message", Map.of("text", " ")).status()).isEqualTo(422);
        Reply after = shop.follow(shop.submit(shown, "message", Map.of("text", "Which colour?\u0000")));

        assertThat(after.text()).contains("Your message is with the merchant");
        assertThat(shop.taskKinds()).contains("purchasing.message");
        assertThat(shop.in(() -> shop.baton.bean(TellMerchant.class).about(shop.merchant, order.id())))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).isEqualTo("Which colour?"));
    }

    @Test
    void answersACancellationYesOrNo() {
        PurchaseOrderView yes = shop.sent("1", "LAMP×1");
        PurchaseOrderView no = shop.sent("2", "VASE×1");
        cancel(yes);
        cancel(no);

        Reply asked = shop.get(shop.link(yes));
        assertThat(asked.page().select("form[data-question=cancellation]").text())
                .contains("Desk lamp");
        assertThat(shop.submit(asked, "cancellation", Map.of()).status()).isEqualTo(422);
        Reply agreed = shop.follow(shop.submit(asked, "cancellation", Map.of("answer", "yes")));
        shop.follow(shop.submit(shop.get(shop.link(no)), "cancellation", Map.of("answer", "no")));

        assertThat(agreed.page().select("[data-cancelled]").text()).isEqualTo("Cancelled. Do not ship.");
        assertThat(agreed.page().select("form#accept, form#ship, form#answer")).isEmpty();
        assertThat(question(yes)).isEqualTo(Cancellation.Status.AGREED);
        assertThat(question(no)).isEqualTo(Cancellation.Status.REFUSED);
    }

    private void cancel(PurchaseOrderView order) {
        shop.api(
                "POST",
                "/api/v1/orders/" + order.salesOrder().value() + "/cancel",
                """
                {"reason": "Customer changed her mind"}""",
                Map.of("Idempotency-Key", "c" + order.number()));
    }

    private Cancellation.Status question(PurchaseOrderView order) {
        return shop.order(order.number()).cancellations().getFirst().status();
    }

    private List<ShipmentView> shipments(PurchaseOrderView of) {
        return shop.in(() -> shop.baton.bean(ShipmentLookup.class).ofPurchaseOrder(shop.merchant, of.id()));
    }

    private LineUnits units(PurchaseOrderView of, int line) {
        return shop.order(of.number()).lines().get(line - 1).units();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(shop.baton.clock().instant(), java.time.ZoneId.of("Europe/Berlin"));
    }
}
