package dev.baton.console;

import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.merchants.WatchStore;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.suppliers.WatchSupplier;
import dev.baton.trading.LetWatchedGo;
import dev.baton.trading.ResendTransmissions;
import dev.baton.trading.TransmissionId;
import dev.baton.trading.WatchedSide;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Watch mode: who is watched, what would have been sent, and the way to go live. */
@RestController
class WatchScreen {

    static final String PATH = "/console/watch";

    private final WatchBoard board;
    private final Switches switches;
    private final Tenancy tenancy;
    private final StaffDesk desk;

    WatchScreen(WatchBoard board, Switches switches, Tenancy tenancy, StaffDesk desk) {
        this.board = board;
        this.switches = switches;
        this.tenancy = tenancy;
        this.desk = desk;
    }

    /** What begins and ends watch mode. */
    @Component
    record Switches(WatchSupplier suppliers, WatchStore stores, LetWatchedGo letGo, ResendTransmissions resend) {}

    @Does(Act.SEE_WATCH)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        String notice = switch (typed.text("done")) {
            case "live" -> "It is live from now on. What waited stays in the list until you decide.";
            case "all" -> "It is live, and what waited is on its way.";
            case "watch" -> "It is watched from now on: everything is planned, nothing is sent.";
            case "sent" -> "It is on its way.";
            default -> "";
        };
        return desk.page(
                staff,
                StaffDesk.Place.WATCH,
                "Watching",
                notice,
                "console/watch.jte",
                frame -> board.read(staff, typed, frame));
    }

    /** Goes live: from now on only, or with what waits. */
    @Does(Act.GO_LIVE)
    @PostMapping(PATH + "/live")
    ResponseEntity<String> live(Staff staff, Typed typed) {
        boolean all = typed.text("what").equals("all");
        goLive(staff.merchant(), side(typed), subject(typed), all);
        return Answer.seeOther(PATH + "?done=" + (all ? "all" : "live"));
    }

    @Does(Act.GO_LIVE)
    @PostMapping(PATH + "/watch")
    ResponseEntity<String> watch(Staff staff, Typed typed) {
        UUID subject = subject(typed);
        MerchantId merchant = staff.merchant();
        requireKnown(merchant, side(typed), subject);
        switch (side(typed)) {
            case SUPPLIER -> switches.suppliers().watch(merchant, new SupplierId(subject));
            case STORE -> switches.stores().watch(merchant, new StoreId(subject));
        }
        return Answer.seeOther(PATH + "?done=watch");
    }

    /** Sends one of those that wait. */
    @Does(Act.GO_LIVE)
    @PostMapping(PATH + "/send")
    ResponseEntity<String> send(Staff staff, Typed typed) {
        switches.resend()
                .resend(staff.merchant(), new TransmissionId(typed.id("id").orElseThrow(WatchScreen::nothing)));
        return Answer.seeOther(PATH + "?done=sent");
    }

    void goLive(MerchantId merchant, WatchedSide side, UUID subject, boolean all) {
        requireKnown(merchant, side, subject);
        tenancy.run(merchant, () -> {
            switch (side) {
                case SUPPLIER -> switches.suppliers().goLive(merchant, new SupplierId(subject));
                case STORE -> switches.stores().goLive(merchant, new StoreId(subject));
            }
            if (all) {
                switches.letGo().begin(merchant, side, subject);
            } else {
                switches.letGo().decideLater(merchant, subject);
            }
        });
    }

    private void requireKnown(MerchantId merchant, WatchedSide side, UUID subject) {
        boolean known = tenancy.inTransaction(merchant, () -> switch (side) {
            case SUPPLIER ->
                board.books().suppliers().all(merchant).stream()
                        .map(SupplierTerms::id)
                        .anyMatch(new SupplierId(subject)::equals);
            case STORE ->
                board.books().merchants().stores(merchant).stream()
                        .map(Store::id)
                        .anyMatch(new StoreId(subject)::equals);
        });
        if (!known) {
            throw nothing();
        }
    }

    private static WatchedSide side(Typed typed) {
        return typed.word("side", WatchedSide.values()).orElseThrow(WatchScreen::nothing);
    }

    private static UUID subject(Typed typed) {
        return typed.id("id").orElseThrow(WatchScreen::nothing);
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such store or supplier.");
    }
}
