package dev.baton.portal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How every page of this door goes out: kept by nobody, telling nobody where it came from, with no foreign script. */
final class Answer {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Answer() {}

    static ResponseEntity<String> page(int status, String html) {
        return guarded(status).contentType(HTML).body(html);
    }

    /** As above, with more said to programmes. */
    static ResponseEntity<String> page(int status, String html, Map<String, String> headers) {
        ResponseEntity.BodyBuilder answer = guarded(status).contentType(HTML);
        headers.forEach(answer::header);
        return answer.body(html);
    }

    /** After a form: the browser reads the page anew, so that a reload sends nothing again. */
    static ResponseEntity<String> seeOther(String path) {
        return guarded(303).header(HttpHeaders.LOCATION, path).build();
    }

    static ResponseEntity<byte[]> pdf(byte[] bytes, String name) {
        return guarded(200)
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .body(bytes);
    }

    static ResponseEntity.BodyBuilder guarded(int status) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", POLICY);
    }
}
