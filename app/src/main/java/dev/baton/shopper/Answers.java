package dev.baton.shopper;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a customer's page leaves: nothing of another host, no script, no referrer, kept by nobody. */
final class Answers {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private Answers() {}

    /** To a page of ours, after something was sent. */
    static ResponseEntity<byte[]> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .location(URI.create(path))
                .build();
    }

    static ResponseEntity<byte[]> page(HttpStatus status, Frame frame, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'nonce-" + frame.nonce()
                                + "'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .body(html.getBytes(StandardCharsets.UTF_8));
    }
}
