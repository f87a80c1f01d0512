package dev.baton.console;

import dev.baton.merchants.SignIn;
import dev.baton.merchants.SignInOutcome;
import dev.baton.platform.http.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** In and out. */
@RestController
class SignInScreen {

    private static final int UNAUTHENTICATED = 401;
    private static final int TOO_MANY = 429;
    private static final String HOME = "/console";
    private static final String TOGETHER = "The address and the password do not belong together.";
    private static final Pattern OWN_PATH = Pattern.compile("/console(/[A-Za-z0-9._/-]*)?(\\?[A-Za-z0-9._~%&=+-]*)?");

    private final SignIn signIn;
    private final ClientAddress clients;
    private final Cookies cookies;
    private final StaffDesk desk;

    SignInScreen(SignIn signIn, ClientAddress clients, Cookies cookies, StaffDesk desk) {
        this.signIn = signIn;
        this.clients = clients;
        this.cookies = cookies;
        this.desk = desk;
    }

    @Does(Act.SIGN_IN)
    @GetMapping("/console/sign-in")
    ResponseEntity<String> ask(Visit visit, Typed typed) {
        String to = path(typed.text("to"));
        if (visit.who() != null) {
            return Answer.seeOther(to);
        }
        String notice = switch (typed.text("after")) {
            case "joined" -> "You have joined. Sign in to begin.";
            case "out" -> "You are signed out.";
            case "reset" -> "Your new password stands, and every browser is signed out. Sign in.";
            default -> null;
        };
        return entry(200, visit, "", to, null, notice);
    }

    @Does(Act.SIGN_IN)
    @PostMapping("/console/sign-in")
    ResponseEntity<String> open(Visit visit, Typed typed, HttpServletRequest request) {
        String email = typed.text("email");
        String to = path(typed.text("to"));
        return switch (signIn.open(email, typed.text("password"), visitor(request))) {
            case SignInOutcome.Opened opened -> {
                if (visit.who() != null) {
                    signIn.end(visit.who().person(), visit.who().session());
                }
                yield ResponseEntity.status(303)
                        .header(HttpHeaders.SET_COOKIE, cookies.keepSession(opened.token()))
                        .header(HttpHeaders.LOCATION, to)
                        .build();
            }
            case SignInOutcome.Refused ignored -> entry(UNAUTHENTICATED, visit, email, to, TOGETHER, null);
            case SignInOutcome.TooOften often ->
                entry(
                        TOO_MANY,
                        visit,
                        email,
                        to,
                        "That was tried too often. Try again in "
                                + Math.max(1, often.again().toMinutes()) + " minutes.",
                        null);
        };
    }

    @Does(Act.SIGN_OUT)
    @PostMapping("/console/sign-out")
    ResponseEntity<String> close(Staff staff) {
        signIn.end(staff.person(), staff.who().session());
        return ResponseEntity.status(303)
                .header(HttpHeaders.SET_COOKIE, cookies.dropSession())
                .header(HttpHeaders.LOCATION, "/console/sign-in?after=out")
                .build();
    }

    private SignIn.Visitor visitor(HttpServletRequest request) {
        return visitor(clients, request);
    }

    /** Where a request comes from. */
    static SignIn.Visitor visitor(ClientAddress clients, HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new SignIn.Visitor(agent == null ? "" : printable(agent), clients.of(request));
    }

    private static String printable(String text) {
        return text.codePoints()
                .filter(sign -> !Character.isISOControl(sign) && !Character.isSurrogate((char) sign))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A page of ours to go on to, and nothing else. */
    private static String path(String wanted) {
        return OWN_PATH.matcher(wanted).matches() ? wanted : HOME;
    }

    private ResponseEntity<String> entry(
            int status, Visit visit, String email, String to, @Nullable String trouble, @Nullable String notice) {
        return desk.door(
                status,
                "console/sign-in.jte",
                new DoorViews.Entry(
                        desk.assets().shell("en", "Sign in"), visit.formToken(), email, to, trouble, notice));
    }
}
