package dev.baton.portal;

import dev.baton.platform.MerchantId;
import dev.baton.platform.links.PublicUrl;
import dev.baton.platform.pages.Assets;
import dev.baton.platform.pages.Pages;
import dev.baton.suppliers.SupplierId;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
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

    private final Doorway doorway;
    private final Codes codes;
    private final Sessions sessions;
    private final OpenOrders openOrders;
    private final Screen screen;

    SupplierDoor(Doorway doorway, Codes codes, Sessions sessions, OpenOrders openOrders, Screen screen) {
        this.doorway = doorway;
        this.codes = codes;
        this.sessions = sessions;
        this.openOrders = openOrders;
        this.screen = screen;
    }

    /** What pages are made with. */
    @org.springframework.stereotype.Component
    record Screen(Assets assets, Pages pages, PublicUrl publicUrl) {}

    @GetMapping
    ResponseEntity<String> show(@PathVariable String merchant, HttpServletRequest request) {
        return doorway.inside(merchant, request, (id, words) -> {
            List<SupplierId> suppliers = doorway.suppliers(id, request);
            return suppliers.isEmpty()
                    ? signIn(200, id, merchant, words, "", null)
                    : Answer.page(200, openOrders.html(id, suppliers, words, null));
        });
    }

    @PostMapping("/code")
    ResponseEntity<String> code(@PathVariable String merchant, HttpServletRequest request) {
        return doorway.form(merchant, request, (id, words) -> {
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
        return doorway.form(merchant, request, (id, words) -> {
            Form form = Form.of(request);
            String email = form.text("email");
            List<SupplierId> suppliers = codes.open(id, email, form.text("code").replace(" ", ""));
            if (suppliers.isEmpty()) {
                return signIn(422, id, merchant, words, email, words.say("door.wrong-code"));
            }
            ResponseCookie cookie = ResponseCookie.from(Doorway.COOKIE, sessions.begin(id, suppliers))
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

    private ResponseEntity<String> signIn(
            int status, MerchantId id, String merchant, Words words, String email, @Nullable String trouble) {
        String name = doorway.name(id);
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
}
