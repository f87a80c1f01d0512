package dev.baton.console;

import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.SessionView;
import dev.baton.merchants.SignIn;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.http.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
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
    private final MorningWishes wishes;
    private final Tenancy tenancy;
    private final StaffDesk desk;
    private final Clock clock;

    AccountScreen(
            SignIn signIn, ClientAddress clients, MorningWishes wishes, Tenancy tenancy, StaffDesk desk, Clock clock) {
        this.signIn = signIn;
        this.clients = clients;
        this.wishes = wishes;
        this.tenancy = tenancy;
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
            case "morning" -> "The morning's mail comes as you chose.";
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

    /** When the morning's mail of the open merchant comes to whoever asks. */
    @Does(Act.OWN_MORNING)
    @PostMapping("/morning")
    ResponseEntity<String> morning(Staff staff, Typed typed) {
        MorningWish wish = typed.word("wish", MorningWish.values())
                .orElseThrow(() -> new Problem(CommonProblem.INVALID_FIELD, "Choose when the mail comes.", "wish"));
        tenancy.run(staff.merchant(), () -> wishes.keep(staff.merchant(), staff.person(), wish));
        return Answer.seeOther("/console/account?done=morning");
    }

    private List<PeopleViews.Wish> wishes(Staff staff) {
        MerchantId merchant = staff.who().merchant();
        if (merchant == null) {
            return List.of();
        }
        MorningWish chosen = tenancy.inTransaction(merchant, () -> wishes.all(merchant))
                .getOrDefault(staff.person(), MorningWish.of(staff.role()));
        return Arrays.stream(MorningWish.values())
                .map(wish -> new PeopleViews.Wish(wish.name(), wish.words(), wish == chosen))
                .toList();
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
                        refused == null ? null : refused.detail(),
                        wishes(staff)));
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
