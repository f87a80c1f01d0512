package dev.baton.console;

import dev.baton.merchants.ForgottenPassword;
import dev.baton.merchants.JoinMerchant;
import dev.baton.platform.Problem;
import dev.baton.platform.http.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The way back in for somebody who forgot the password. Every address is answered alike and after the same time: the page
 * tells nobody who works here.
 */
@RestController
class ForgottenScreen {

    private static final String PATH = "/console/forgotten";
    private static final String RESET = "/console/reset/{token}";

    /** Longer than making a link and planning its mail takes. */
    private static final Duration ANSWERED_AFTER = Duration.ofMillis(400);

    private final ForgottenPassword passwords;
    private final MailReset mailing;
    private final ClientAddress clients;
    private final StaffRefusals refusals;
    private final StaffDesk desk;

    ForgottenScreen(
            ForgottenPassword passwords,
            MailReset mailing,
            ClientAddress clients,
            StaffRefusals refusals,
            StaffDesk desk) {
        this.passwords = passwords;
        this.mailing = mailing;
        this.clients = clients;
        this.refusals = refusals;
        this.desk = desk;
    }

    @Does(Act.RESET_PASSWORD)
    @GetMapping(PATH)
    ResponseEntity<String> ask(Visit visit, Typed typed) {
        return page(200, visit, null, typed.text("done").equals("asked"), null);
    }

    @Does(Act.RESET_PASSWORD)
    @PostMapping(PATH)
    ResponseEntity<String> mail(Typed typed, HttpServletRequest request) {
        long until = System.nanoTime() + ANSWERED_AFTER.toNanos();
        if (mailing.isSetUp()) {
            passwords.ask(typed.text("email"), clients.of(request)).ifPresent(mailing::plan);
        }
        LockSupport.parkNanos(until - System.nanoTime());
        return Answer.seeOther(PATH + "?done=asked");
    }

    /** Looking at it changes nothing: mail scanners may. */
    @Does(Act.RESET_PASSWORD)
    @GetMapping(RESET)
    ResponseEntity<String> show(@PathVariable String token, Visit visit) {
        return passwords.isOpen(token) ? page(200, visit, token, false, null) : gone();
    }

    @Does(Act.RESET_PASSWORD)
    @PostMapping(RESET)
    ResponseEntity<String> choose(@PathVariable String token, Visit visit, Typed typed) {
        try {
            passwords.choose(token, typed.text("password"));
            return Answer.seeOther("/console/sign-in?after=reset");
        } catch (Problem refused) {
            return refused.field() == null
                    ? Answer.page(
                            refused.code().status(),
                            refusals.refused(refused.code().title(), refused.detail()))
                    : page(refused.code().status(), visit, token, false, refused.detail());
        }
    }

    private ResponseEntity<String> gone() {
        return Answer.page(
                410,
                refusals.refused(
                        "This link does not work any more",
                        "It was used, is too old or was never made. Ask for another one on the page you sign in at."));
    }

    private ResponseEntity<String> page(
            int status, Visit visit, @Nullable String token, boolean asked, @Nullable String trouble) {
        return desk.door(
                status,
                "console/forgotten.jte",
                new DoorViews.Forgotten(
                        desk.assets().shell("en", token == null ? "Forgotten password" : "Choose another password"),
                        visit.formToken(),
                        token == null ? PATH : "/console/reset/" + token,
                        token != null,
                        mailing.isSetUp(),
                        asked,
                        JoinMerchant.SHORTEST_PASSWORD,
                        trouble));
    }
}
