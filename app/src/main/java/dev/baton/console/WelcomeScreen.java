package dev.baton.console;

import dev.baton.merchants.JoinMerchant;
import dev.baton.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a one-time link leads: whoever is invited joins, and chooses a password. Looking at it changes nothing. */
@RestController
@RequestMapping("/welcome/{token}")
class WelcomeScreen {

    private final JoinMerchant people;
    private final StaffRefusals refusals;
    private final StaffDesk desk;

    WelcomeScreen(JoinMerchant people, StaffRefusals refusals, StaffDesk desk) {
        this.people = people;
        this.refusals = refusals;
        this.desk = desk;
    }

    @Does(Act.JOIN)
    @GetMapping
    ResponseEntity<String> show(@PathVariable String token, Visit visit) {
        try {
            return form(200, token, visit, people.invited(token), null);
        } catch (Problem refused) {
            return refusal(refused);
        }
    }

    @Does(Act.JOIN)
    @PostMapping
    ResponseEntity<String> join(@PathVariable String token, Visit visit, Typed typed) {
        try {
            people.accept(token, typed.text("email"), typed.text("password"));
            return Answer.seeOther("/console/sign-in?after=joined");
        } catch (Problem refused) {
            if (refused.field() == null) {
                return refusal(refused);
            }
            String invited = people.invited(token);
            return form(
                    refused.code().status(), token, visit, invited.isEmpty() ? typed.text("email") : invited, refused);
        }
    }

    private ResponseEntity<String> refusal(Problem refused) {
        return Answer.page(
                refused.code().status(), refusals.refused(refused.code().title(), refused.detail()));
    }

    private ResponseEntity<String> form(
            int status, String token, Visit visit, String email, @Nullable Problem refused) {
        return desk.door(
                status,
                "console/welcome.jte",
                new DoorViews.Welcome(
                        desk.assets().shell("en", "Welcome to Baton"),
                        visit.formToken(),
                        "/welcome/" + token,
                        email,
                        people.isForSomebodyKnown(token),
                        JoinMerchant.SHORTEST_PASSWORD,
                        refused == null ? null : refused.field(),
                        refused == null ? null : refused.detail()));
    }
}
