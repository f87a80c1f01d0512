package dev.baton.console;

import dev.baton.merchants.SignIn;
import dev.baton.platform.links.PublicUrl;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The two cookies: one names the session, one protects the forms before there is one. Where the public address is
 * https they are {@code Secure} and carry {@code __Host-}, so that no neighbouring host can set them (RFC 6265bis, 4.1.3.2).
 */
@Component
class Cookies {

    private final boolean secure;

    Cookies(PublicUrl publicUrl) {
        this.secure =
                publicUrl.of("/").map(URI::getScheme).filter("https"::equals).isPresent();
    }

    boolean isSecure() {
        return secure;
    }

    @Nullable
    String session(HttpServletRequest request) {
        return read(request, name("baton_staff"));
    }

    @Nullable
    String form(HttpServletRequest request) {
        return read(request, name("baton_form"));
    }

    /** Follows links from mails, so that they open; is not sent with a foreign page's form. */
    String keepSession(String token) {
        return make("baton_staff", token, "Lax", SignIn.life());
    }

    String dropSession() {
        return make("baton_staff", "", "Lax", Duration.ZERO);
    }

    String keepForm(String value) {
        return make("baton_form", value, "Strict", Duration.ofHours(12));
    }

    private String make(String name, String value, String sameSite, Duration life) {
        return ResponseCookie.from(name(name), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(sameSite)
                .maxAge(life)
                .build()
                .toString();
    }

    private String name(String bare) {
        return secure ? "__Host-" + bare : bare;
    }

    private static @Nullable String read(HttpServletRequest request, String name) {
        if (request.getCookies() != null) {
            for (Cookie each : request.getCookies()) {
                if (each.getName().equals(name)) {
                    return each.getValue();
                }
            }
        }
        return null;
    }
}
