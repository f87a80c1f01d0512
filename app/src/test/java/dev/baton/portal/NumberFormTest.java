package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.platform.Audit;
import dev.baton.portal.PortalShop.Reply;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.ParcelCorrections;
import dev.baton.shipping.ParcelCorrections.Before;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView.ParcelView;
import dev.baton.tracking.NewScan;
import dev.baton.tracking.RecordScans;
import dev.baton.tracking.ScanCode;
import dev.baton.tracking.TrackingLookup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A supplier corrects a number it typed wrong, as by a browser without JavaScript. The numbers are made up. */
class NumberFormTest {

    private static final String WRONG = "1Z999AA10123456785";
    private static final String RIGHT = "1Z999AA10123456784";
    private static final String OTHER = "1Z5R89390357567127";
    private static final int TWINS = 4;

    private final PortalShop shop = new PortalShop("en");

    @BeforeEach
    void goods() {
        shop.goods("LAMP", "Desk lamp", false);
    }

    @Test
    void theParcelGoesUnderTheNewNumberAndThePageShowsBoth() {
        PurchaseOrderView order = shipped("1", "UPS", WRONG);
        assertThat(shop.taskKinds()).contains("shipping.tracking-number");
        Reply shown = shop.get(shop.link(order));
        assertThat(shown.page().select("[data-parcel] [name=tracking]").val()).isEqualTo(WRONG);
        assertThat(shown.page().select("[data-parcel] [name=carrier]").val()).isEqualTo("UPS");

        Reply after = shop.follow(correct(shown, "UPS", "1z 999 AA1 01 2345 6784"));

        assertThat(after.page().select("[data-notice=done]").text())
                .isEqualTo("Thank you: carrier and number of the parcel are corrected.");
        assertThat(after.page().select("[data-parcel]").eachAttr("data-parcel")).containsExactly(RIGHT);
        assertThat(after.page().select("[data-before]").eachText()).containsExactly("Before: UPS " + WRONG);
        assertThat(after.page().select("[data-parcel] a").attr("href")).contains(RIGHT);
        assertThat(shop.taskKinds()).as("it looks right now").doesNotContain("shipping.tracking-number");
    }

    @Test
    void theLatestOfSeveralNumbersBeforeStandsFirst() {
        PurchaseOrderView order = shipped("1", "", "");
        Reply shown = shop.get(shop.link(order));
        assertThat(shown.page().select("[data-parcel] summary").text()).isEqualTo("Enter the number");

        shop.follow(correct(shown, "", WRONG));
        Reply after = shop.follow(correct(shop.get(shop.link(order)), "UPS", RIGHT));

        assertThat(after.page().select("[data-before]").eachText())
                .containsExactly("Before: " + WRONG, "Before: no number");
        assertThat(after.page().select("[data-parcel] summary").text()).isEqualTo("Correct the number");
    }

    @Test
    void theSupplierIsWrittenDownAsWhoDidIt() {
        PurchaseOrderView order = shipped("1", "UPS", WRONG);

        correct(shop.get(shop.link(order)), "UPS", RIGHT);

        assertThat(shop.in(() -> shop.baton
                        .bean(Audit.class)
                        .of(shop.merchant, List.of(parcel(order).id().value()), 10)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.act()).isEqualTo("CorrectNumber");
                    assertThat(line.actorKind()).isEqualTo("supplier");
                    assertThat(line.actorId())
                            .isEqualTo(order.supplier().value().toString());
                    assertThat(line.from()).isEqualTo(WRONG);
                    assertThat(line.to()).isEqualTo(RIGHT);
                });
    }

    @Test
    void twinsOfOneFormHaveOneEffectAndOneAnswer() throws Exception {
        PurchaseOrderView order = shipped("1", "UPS", WRONG);
        Reply shown = shop.get(shop.link(order));
        CyclicBarrier start = new CyclicBarrier(TWINS);
        List<Future<Reply>> replies = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(TWINS)) {
            for (int i = 0; i < TWINS; i++) {
                replies.add(threads.submit(() -> {
                    start.await();
                    return correct(shown, "UPS", RIGHT);
                }));
            }
        }

        assertThat(replies)
                .extracting(Future::resultNow)
                .extracting(reply -> reply.status() + " " + reply.header("Location"))
                .containsOnly("303 " + shop.link(order) + "?done=number");
        assertThat(before(order)).hasSize(1);
    }

    @Test
    void aTwinThatComesLateDoesNotBringAnOldNumberBack() {
        PurchaseOrderView order = shipped("1", "UPS", WRONG);
        Reply shown = shop.get(shop.link(order));
        correct(shown, "UPS", RIGHT);
        correct(shop.get(shop.link(order)), "UPS", OTHER);

        correct(shown, "UPS", RIGHT);

        assertThat(parcel(order).trackingNumber()).isEqualTo(OTHER);
    }

    @Test
    void eachParcelOfOneShowingIsCorrectedByItsOwnForm() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        shop.follow(shop.submit(
                shop.get(shop.link(order) + "?parcels=2"),
                "ship",
                Map.of(
                        "parcel.1.tracking", WRONG,
                        "parcel.1.line.1", "1",
                        "parcel.2.tracking", "00340434161094021502",
                        "parcel.2.line.1", "1")));
        Reply shown = shop.get(shop.link(order));

        correct(shown, 0, "UPS", RIGHT);
        Reply after = shop.follow(correct(shown, 1, "DHL", "00340434161094021501"));

        assertThat(after.page().select("[data-parcel]").eachAttr("data-parcel"))
                .containsExactly(RIGHT, "00340434161094021501");
    }

    @Test
    void aWrongCheckDigitIsRecordedAndSaidAsWhenItIsShipped() {
        PurchaseOrderView order = shipped("1", "UPS", RIGHT);

        Reply after = shop.follow(correct(shop.get(shop.link(order)), "UPS", WRONG));

        assertThat(after.page().select("[data-notice=done]").text()).contains("does not look right");
        assertThat(after.page().select("[data-parcel] .badge").text()).isEqualTo("Check this number");
        assertThat(parcel(order).remark()).contains("check digit");
        assertThat(shop.taskKinds()).contains("shipping.tracking-number");
    }

    @Test
    void theSameNumberAgainIsNoCorrection() {
        PurchaseOrderView order = shipped("1", "UPS", RIGHT);

        Reply after = shop.follow(shop.submit(shop.get(shop.link(order)), form(order), Map.of()));

        assertThat(after.page().select("[data-notice=done]").text())
                .isEqualTo("The parcel goes under that number already, so nothing was changed.");
        assertThat(before(order)).isEmpty();
    }

    @Test
    void whatIsNoNumberIsRefusedBesideItsField() {
        PurchaseOrderView order = shipped("1", "UPS", WRONG);
        Reply shown = shop.get(shop.link(order));

        Reply nothing = correct(shown, "Parcel service", " - ");
        Reply endless = correct(shown, "U".repeat(201), RIGHT);

        assertThat(nothing.status()).isEqualTo(422);
        assertThat(why(nothing, "tracking")).isEqualTo("Enter the tracking number, with letters or digits.");
        assertThat(why(nothing, "carrier")).isEmpty();
        assertThat(nothing.page().select("[data-parcel] [name=carrier]").val()).isEqualTo("Parcel service");
        assertThat(nothing.page().select("[data-parcel] details[open]")).isNotEmpty();
        assertThat(nothing.page().select("[data-notice=refused] a").attr("href"))
                .isEqualTo("#" + form(order));
        assertThat(endless.status()).isEqualTo(422);
        assertThat(why(endless, "carrier")).isEqualTo("This text is too long. Shorten it.");
        assertThat(before(order)).isEmpty();
        assertThat(shop.follow(correct(nothing, "UPS", RIGHT)).text())
                .as("mended and sent again")
                .contains(RIGHT);
    }

    @Test
    void whatWasDeliveredUnderItsNumberKeepsIt() {
        PurchaseOrderView order = shipped("1", "UPS", RIGHT);
        Reply early = shop.get(shop.link(order));
        deliver(order, RIGHT);

        Reply refused = correct(early, "UPS", OTHER);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().select("[data-notice=refused]").text())
                .isEqualTo("The carrier has delivered this parcel, so its number stays and nothing was changed."
                        + " Write to the merchant if it is wrong.");
        assertThat(refused.page().select("[data-delivered]").text()).isEqualTo("Delivered");
        assertThat(refused.page().select("form[data-form=number]"))
                .as("nothing is left to correct")
                .isEmpty();
        assertThat(parcel(order).trackingNumber()).isEqualTo(RIGHT);
        assertThat(before(order)).isEmpty();
    }

    @Test
    void aParcelOfAnotherPurchaseOrderIsOutOfReach() {
        PurchaseOrderView mine = shipped("1", "UPS", WRONG);
        PurchaseOrderView another = shipped("2", "UPS", OTHER);
        Reply shown = shop.get(shop.link(mine));

        for (String parcel : List.of(parcel(another).id().value().toString(), "00000000-0000-4000-8000-000000000000")) {
            Reply refused = shop.submit(shown, form(mine), Map.of("parcel", parcel, "tracking", RIGHT));
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.page().select("[data-notice=refused]").text()).contains("no such parcel on this order");
        }
        assertThat(shop.submit(shown, form(mine), Map.of("parcel", "none", "tracking", RIGHT))
                        .status())
                .isEqualTo(422);
        assertThat(parcel(another).trackingNumber()).isEqualTo(OTHER);
        assertThat(parcel(mine).trackingNumber()).isEqualTo(WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void lookingChangesNothing(String method) {
        PurchaseOrderView order = shipped("1", "UPS", WRONG);
        Element form = shop.get(shop.link(order)).page().selectFirst("form[data-form=number]");
        String query = "?tracking=" + RIGHT + "&carrier=UPS&parcel="
                + parcel(order).id().value() + "&once="
                + (form == null ? "" : form.select("[name=once]").val());

        shop.request(method, shop.link(order) + query, null, Map.of());
        Reply there = shop.request(method, shop.link(order) + "/number" + query, null, Map.of());

        assertThat(there.status()).isEqualTo(405);
        assertThat(parcel(order).trackingNumber()).isEqualTo(WRONG);
        assertThat(before(order)).isEmpty();
    }

    @Test
    void formsOfOtherSitesAndLinksThatDoNotShipAreRefused() {
        PurchaseOrderView order = shipped("1", "UPS", WRONG);
        Reply shown = shop.get(shop.link(order));
        String looking = shop.link(order.id(), PurchaseOrderLinks.LOOK);

        assertThat(shop.submit(shown, form(order), Map.of("tracking", RIGHT), Map.of("Sec-Fetch-Site", "cross-site"))
                        .status())
                .isEqualTo(403);
        assertThat(shop.get(looking).page().select("form[data-form=number]")).isEmpty();
        Map<String, String> fields = new HashMap<>(Map.of("once", "a", "carrier", "UPS", "tracking", RIGHT));
        fields.put("parcel", parcel(order).id().value().toString());
        assertThat(shop.post(looking + "/number", fields, Map.of()).status()).isEqualTo(403);
        assertThat(parcel(order).trackingNumber()).isEqualTo(WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void itSpeaksTheSuppliersLanguage(String language) {
        PortalShop theirs = new PortalShop(language);
        theirs.goods("LAMP", "Desk lamp", false);
        PurchaseOrderView order = theirs.sent("1", "LAMP×1");
        theirs.submit(
                theirs.get(theirs.link(order)), "ship", Map.of("parcel.1.carrier", "UPS", "parcel.1.tracking", WRONG));
        Words words = Words.of(List.of(language));

        Reply shown = theirs.get(theirs.link(order));
        String form = shown.page().select("form[data-form=number]").attr("id");
        Reply after = theirs.follow(theirs.submit(shown, form, Map.of("tracking", RIGHT)));

        assertThat(shown.page().select("[data-parcel] summary").text()).isEqualTo(words.say("number.title"));
        assertThat(after.page().select("[data-notice=done]").text()).isEqualTo(words.say("done.number"));
    }

    private PurchaseOrderView shipped(String id, String carrier, String number) {
        PurchaseOrderView order = shop.sent(id, "LAMP×" + id);
        shop.follow(shop.submit(
                shop.get(shop.link(order)), "ship", Map.of("parcel.1.carrier", carrier, "parcel.1.tracking", number)));
        return order;
    }

    private Reply correct(Reply shown, String carrier, String number) {
        return correct(shown, 0, carrier, number);
    }

    private Reply correct(Reply shown, int which, String carrier, String number) {
        String form = shown.page().select("form[data-form=number]").get(which).id();
        return shop.submit(shown, form, Map.of("carrier", carrier, "tracking", number));
    }

    private String form(PurchaseOrderView of) {
        return "number-" + parcel(of).id().value();
    }

    /** What stands beside the field and is named by it. */
    private static String why(Reply reply, String field) {
        Element input = reply.page().selectFirst("[data-parcel] [aria-invalid=true][name=" + field + "]");
        Element text = input == null ? null : reply.page().getElementById(input.attr("aria-describedby"));
        return text == null ? "" : text.text();
    }

    private void deliver(PurchaseOrderView order, String number) {
        shop.baton
                .bean(RecordScans.class)
                .record(
                        shop.merchant,
                        List.of(new NewScan(
                                "UPS",
                                number,
                                ScanCode.DELIVERED,
                                shop.baton.clock().instant(),
                                null,
                                null)));
        PackageId parcel = parcel(order).id();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shop.in(() -> shop.baton
                        .bean(TrackingLookup.class)
                        .delivered(shop.merchant, List.of(parcel))
                        .contains(parcel)));
    }

    private ParcelView parcel(PurchaseOrderView of) {
        return shop.in(() -> shop.baton.bean(ShipmentLookup.class).ofPurchaseOrder(shop.merchant, of.id()))
                .getFirst()
                .packages()
                .getFirst();
    }

    private List<Before> before(PurchaseOrderView of) {
        PackageId parcel = parcel(of).id();
        return shop.in(() -> shop.baton.bean(ParcelCorrections.class).of(shop.merchant, parcel));
    }
}
