package dev.baton.console;

import dev.baton.console.SetupViews.Refused;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MerchantSettings;
import dev.baton.merchants.SetSettings;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.work.Work;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The checklist of setting up, and its first two steps: the business and mail. */
@RestController
class SetupScreen {

    /** A test is of use while somebody looks at the page. */
    private static final Duration TEST_OF_USE = Duration.ofMinutes(30);

    private final SetupPage page;
    private final Merchants merchants;
    private final StaffMails mails;
    private final MailRelay relay;
    private final Hands hands;

    SetupScreen(SetupPage page, Merchants merchants, StaffMails mails, MailRelay relay, Hands hands) {
        this.page = page;
        this.merchants = merchants;
        this.mails = mails;
        this.relay = relay;
        this.hands = hands;
    }

    /** Who the merchant is, and how that is changed. */
    @Component("setupMerchants")
    record Merchants(MerchantLookup lookup, SetSettings settings, SetupMarks marks, PlanMornings mornings) {}

    /** What every act here has at hand. */
    @Component("setupHands")
    record Hands(Tenancy tenancy, Work work, Ids ids, Clock clock) {}

    @Does(Act.SEE_SETUP)
    @GetMapping(SetupPage.PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        String notice = switch (typed.text("done")) {
            case "business" -> "Kept.";
            case "test" -> "The test mail is on its way to you.";
            case "store" ->
                "The store is connected; it is asked what it grants, and its products and open orders are read.";
            case "check" -> "The store is being asked.";
            case "pull" -> "The products are being read.";
            case "adopt" -> "The store's SKUs are in the catalogue.";
            case "supplier" -> "The supplier is there, and watched: nothing is sent to it yet.";
            case "order" -> "The test order is on its way.";
            case "offers" -> "The offers are kept.";
            case "matched" -> "What has the code or the barcode of a product of yours is an offer now.";
            case "live" -> "It is live.";
            default -> "";
        };
        return page.show(staff, typed.text("step"), notice, typed.text("look").equals("dns"), Refused.NOT);
    }

    @Does(Act.SET_UP)
    @PostMapping(SetupPage.PATH + "/business")
    ResponseEntity<String> business(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        try {
            ZoneId zone = zone(typed.text("zone"));
            hands.tenancy().run(merchant, () -> {
                MerchantSettings before = merchants.lookup().settings(merchant);
                merchants
                        .settings()
                        .set(
                                merchant,
                                new MerchantSettings(
                                        typed.text("name"),
                                        typed.text("bookCurrency").toUpperCase(Locale.ROOT),
                                        zone,
                                        before.valueLimitMinor(),
                                        before.maySplitLines(),
                                        before.splitPenaltyMinor(),
                                        before.maxReroutes(),
                                        before.duplicateWindowHours(),
                                        before.customerAnswerHours(),
                                        before.graceSeconds(),
                                        before.blockedCountries(),
                                        before.requireDataPermission(),
                                        before.holdUnpaid(),
                                        before.marginFloorBps()));
                merchants.marks().confirmBusiness(merchant);
                if (!before.zone().equals(zone)) {
                    merchants.mornings().zoneChanged(merchant);
                }
            });
            return Answer.seeOther(SetupPage.at("", "business"));
        } catch (Problem refused) {
            return page.refused(staff, "business", typed, refused);
        }
    }

    static ZoneId zone(String typed) {
        try {
            return ZoneId.of(typed);
        } catch (DateTimeException unknown) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD, "Choose a time zone by its place, such as Europe/Berlin.", "zone");
        }
    }

    /** A mail to whoever presses. */
    @Does(Act.SET_UP)
    @PostMapping(SetupPage.PATH + "/mail")
    ResponseEntity<String> mail(Staff staff) {
        MerchantId merchant = staff.merchant();
        if (!relay.isSetUp()) {
            throw new Problem(CommonProblem.CONFLICT, "No mail relay is set up: start Baton with --smtp-url first.");
        }
        hands.tenancy().run(merchant, () -> {
            UUID id = hands.ids().next();
            Instant now = hands.clock().instant();
            mails.insert(
                    merchant,
                    StaffMails.Row.waiting(
                            id, StaffMails.Kind.TEST, staff.person(), null, List.of(), now, now.plus(TEST_OF_USE)));
            hands.work().add(merchant, List.of(SendStaffMails.work(id, now)));
        });
        return Answer.seeOther(SetupPage.at("mail", "test"));
    }
}
