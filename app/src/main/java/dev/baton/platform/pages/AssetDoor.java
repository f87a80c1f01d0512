package dev.baton.platform.pages;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Gives out {@link Assets} and nothing else. */
@RestController
class AssetDoor {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Assets assets;

    AssetDoor(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{name}")
    ResponseEntity<byte[]> asset(
            @PathVariable String name,
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String takes) {
        Assets.Asset found = assets.find(name).orElse(null);
        if (found == null) {
            return ResponseEntity.notFound().build();
        }
        boolean packed = takes.contains("gzip");
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.mediaType() + ";charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                .header("X-Content-Type-Options", "nosniff")
                .varyBy(HttpHeaders.ACCEPT_ENCODING);
        return packed
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(found.packed())
                : answer.body(found.bytes());
    }
}
