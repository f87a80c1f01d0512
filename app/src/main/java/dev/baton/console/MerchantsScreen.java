package dev.baton.console;

import dev.baton.merchants.People;
import dev.baton.merchants.SignIn;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whose books are open: chosen after signing in, and switched at any time. */
@RestController
@RequestMapping("/console/merchants")
class MerchantsScreen {

    private final People people;
    private final SignIn signIn;
    private final StaffDesk desk;

    MerchantsScreen(People people, SignIn signIn, StaffDesk desk) {
        this.people = people;
        this.signIn = signIn;
        this.desk = desk;
    }

    @Does(Act.CHOOSE_MERCHANT)
    @GetMapping
    ResponseEntity<String> show(Staff staff) {
        List<DoorViews.Books> merchants = people.merchantsOf(staff.person()).stream()
                .map(merchant -> new DoorViews.Books(
                        merchant.value().toString(),
                        desk.name(merchant),
                        merchant.equals(staff.who().merchant())))
                .toList();
        return desk.door(
                200,
                "console/merchants.jte",
                new DoorViews.Choice(
                        desk.assets().shell("en", "Choose a merchant"),
                        staff.formToken(),
                        staff.who().email(),
                        merchants));
    }

    @Does(Act.CHOOSE_MERCHANT)
    @PostMapping
    ResponseEntity<String> choose(Staff staff, Typed typed) {
        MerchantId wanted = typed.id("merchant").map(MerchantId::new).orElseThrow(MerchantsScreen::nothing);
        if (!signIn.choose(staff.who(), wanted)) {
            throw nothing();
        }
        return Answer.seeOther("/console");
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "You work for no such merchant.", "merchant");
    }
}
