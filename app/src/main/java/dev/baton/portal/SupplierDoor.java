package dev.baton.portal;

import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.links.PublicUrl;
import dev.baton.platform.pages.Assets;
import dev.baton.platform.pages.Pages;
import dev.baton.suppliers.SupplierId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The address that never dies: a supplier's contact comes in by a code and sees all its open orders. */
@RestController
@RequestMapping("/suppliers/{merchant}")
class SupplierDoor {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");
    private static final String COOKIE = "baton_supplier";

    private final Tenancy tenancy;
    private final MerchantLookup merchants;
    private final Codes codes;
    private final Sessions sessions;
    private final OpenOrders openOrders;
    private final Refusals refusals;
    private final Guard guard;
    private final Screen screen;

    SupplierDoor(
            Tenancy tenancy,
            MerchantLookup merchants,
            Codes codes,
            Sessions sessions,
            OpenOrders openOrders,
            Refusals refusals,
            Guard guard,
            Screen screen) {
        this.tenancy = tenancy;
        this.merchants = merchants;
        this.codes = codes;
        this.sessions = sessions;
        this.openOrders = openOrders;
        this.refusals = refusals;
        this.guard = guard;
        this.screen = screen;
    }

    /** What pages are made with. */
    @org.springframework.stereotype.Component
    record Screen(Assets assets, Pages pages, PublicUrl publicUrl) {}

    @GetMapping
    ResponseEntity<String> show(@PathVariable String merchant, HttpServletRequest request) {
        return inside(merchant, request, (id, words) -> {
            List<SupplierId> suppliers =
                    cookie(request).map(value -> sessions.suppliers(id, value)).orElse(List.of());
            return suppliers.isEmpty()
                    ? signIn(200, id, merchant, words, "", null)
                    : Answer.page(200, openOrders.html(id, suppliers, words));
        });
    }

    @PostMapping("/code")
    ResponseEntity<String> code(@PathVariable String merchant, HttpServletRequest request) {
        return form(merchant, request, (id, words) -> {
            String email = Form.of(request).text("email");
            if (email.isEmpty()) {
                return signIn(422, id, merchant, words, "", words.say("door.no-address"));
            }
            codes.mail(id, email);
            return signIn(200, id, merchant, words, email, null);
        });
    }

    @PostMapping("/open")
    ResponseEntity<String> open(@PathVariable String merchant, HttpServletRequest request) {
        return form(merchant, request, (id, words) -> {
            Form form = Form.of(request);
            String email = form.text("email");
            List<SupplierId> suppliers = codes.open(id, email, form.text("code").replace(" ", ""));
            if (suppliers.isEmpty()) {
                return signIn(422, id, merchant, words, email, words.say("door.wrong-code"));
            }
            ResponseCookie cookie = ResponseCookie.from(COOKIE, sessions.begin(id, suppliers))
                    .path("/suppliers/" + merchant)
                    .httpOnly(true)
                    .sameSite("Lax")
                    .secure(isHttps())
                    .maxAge(Sessions.LIFE)
                    .build();
            return Answer.guarded(303)
                    .header(HttpHeaders.SET_COOKIE, cookie.toString())
                    .header(HttpHeaders.LOCATION, "/suppliers/" + merchant)
                    .build();
        });
    }

    /** What is answered once the merchant is known. */
    private interface Inside {
        ResponseEntity<String> answer(MerchantId merchant, Words words);
    }

    private ResponseEntity<String> form(String merchant, HttpServletRequest request, Inside then) {
        Words words = Words.of(LinkPage.languages(request));
        return guard.isOurForm(request) ? inside(merchant, request, then) : refusals.foreignForm(words);
    }

    private ResponseEntity<String> inside(String merchant, HttpServletRequest request, Inside then) {
        Words words = Words.of(LinkPage.languages(request));
        if (!guard.admitsStranger(request)) {
            return refusals.tooMany(words);
        }
        return known(merchant).map(id -> then.answer(id, words)).orElseGet(() -> refusals.unknownLink(words));
    }

    private Optional<MerchantId> known(String hex) {
        if (!HEX.matcher(hex).matches()) {
            return Optional.empty();
        }
        MerchantId id = new MerchantId(
                new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16)));
        try {
            name(id);
            return Optional.of(id);
        } catch (Problem none) {
            if (none.code() == CommonProblem.NOT_FOUND) {
                return Optional.empty();
            }
            throw none;
        }
    }

    private String name(MerchantId merchant) {
        return tenancy.inTransaction(
                merchant, () -> merchants.settings(merchant).name());
    }

    private ResponseEntity<String> signIn(
            int status, MerchantId id, String merchant, Words words, String email, @Nullable String trouble) {
        String name = name(id);
        DoorPages.SignIn page = new DoorPages.SignIn(
                screen.assets().shell(words.language(), words.say("door.title", name)),
                words,
                "/suppliers/" + merchant,
                name,
                email,
                trouble);
        return Answer.page(status, screen.pages().render("portal/door.jte", page));
    }

    private boolean isHttps() {
        return screen.publicUrl()
                .of("/")
                .map(URI::getScheme)
                .filter("https"::equals)
                .isPresent();
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie each : request.getCookies()) {
                if (each.getName().equals(COOKIE)) {
                    return Optional.of(each.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
