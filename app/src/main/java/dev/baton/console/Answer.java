package dev.baton.console;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How every page of the console goes out: kept by nobody, framed by nobody, with no script or style but our own. */
final class Answer {

    static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Answer() {}

    /** Sets the headers of whatever follows, refusals included. */
    static void guard(HttpServletResponse response, boolean https) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (https) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    static ResponseEntity<String> page(int status, String html) {
        return ResponseEntity.status(status).contentType(HTML).body(html);
    }

    /** After a form: the browser reads the page anew, so that a reload sends nothing again. */
    static ResponseEntity<String> seeOther(String path) {
        return ResponseEntity.status(303).header(HttpHeaders.LOCATION, path).build();
    }
}
