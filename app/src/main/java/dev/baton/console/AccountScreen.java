package dev.baton.console;

import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.SessionView;
import dev.baton.merchants.SignIn;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.http.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own password and the browsers one is signed in with. */
@RestController
@RequestMapping("/console/account")
class AccountScreen {

    private final SignIn signIn;
    private final ClientAddress clients;
    private final StaffDesk desk;
    private final Clock clock;

    AccountScreen(SignIn signIn, ClientAddress clients, StaffDesk desk, Clock clock) {
        this.signIn = signIn;
        this.clients = clients;
        this.desk = desk;
        this.clock = clock;
    }

    @Does(Act.OWN_ACCOUNT)
    @GetMapping
    ResponseEntity<String> show(Staff staff, Typed typed) {
        String notice = switch (typed.text("done")) {
            case "password" -> "Your password is changed, and every other browser is signed out.";
            case "ended" -> "That browser is signed out.";
            case "others" -> "Every other browser is signed out.";
            default -> "";
        };
        return page(200, staff, notice, null);
    }

    @Does(Act.OWN_ACCOUNT)
    @PostMapping("/password")
    ResponseEntity<String> password(Staff staff, Typed typed, HttpServletRequest request) {
        try {
            signIn.changePassword(
                    staff.who(), typed.text("present"), typed.text("password"), SignInScreen.visitor(clients, request));
            return Answer.seeOther("/console/account?done=password");
        } catch (Problem refused) {
            return page(refused.code().status(), staff, "", refused);
        }
    }

    @Does(Act.OWN_ACCOUNT)
    @PostMapping("/end")
    ResponseEntity<String> end(Staff staff, Typed typed) {
        UUID session = typed.id("session")
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such session.", "session"));
        signIn.end(staff.person(), session);
        return Answer.seeOther("/console/account?done=ended");
    }

    @Does(Act.OWN_ACCOUNT)
    @PostMapping("/end-others")
    ResponseEntity<String> endOthers(Staff staff) {
        signIn.endOthers(staff.who());
        return Answer.seeOther("/console/account?done=others");
    }

    private ResponseEntity<String> page(int status, Staff staff, String notice, @Nullable Problem refused) {
        List<PeopleViews.Session> sessions = signIn.sessions(staff.person()).stream()
                .map(session -> view(staff, session))
                .toList();
        return desk.door(
                status,
                "console/account.jte",
                new PeopleViews.Account(
                        desk.assets().shell("en", "Your account"),
                        staff.formToken(),
                        staff.who().email(),
                        new Moments(clock.instant(), ZoneOffset.UTC),
                        sessions,
                        JoinMerchant.SHORTEST_PASSWORD,
                        notice.isEmpty() ? null : notice,
                        refused == null ? null : refused.field(),
                        refused == null ? null : refused.detail()));
    }

    private static PeopleViews.Session view(Staff staff, SessionView session) {
        return new PeopleViews.Session(
                session.id().toString(),
                Browsers.name(session.agent()),
                session.address(),
                session.beganAt(),
                session.seenAt(),
                session.id().equals(staff.who().session()));
    }
}
