package dev.baton.portal;

import dev.baton.platform.links.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a form was sent from our own page. The link in the address is what permits an act; this keeps a foreign page
 * that got hold of one from sending its visitors' browsers with it.
 */
@Component
final class OwnForms {

    private final PublicUrl publicUrl;

    OwnForms(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * False for a form of another site. {@code Origin: null} is what browsers send from a page without referrer, such
     * as ours; those that tell the site in {@code Sec-Fetch-Site} are held to it (Fetch standard, 3.2 and 4.6).
     */
    boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || origin.equals("null") || isUs(origin, request.getHeader("Host"));
    }

    private boolean isUs(String origin, @Nullable String host) {
        String own = publicUrl
                .of("/")
                .map(URI::toString)
                .map(url -> url.substring(0, url.length() - 1))
                .orElse("");
        return origin.equals(own) || origin.equals("http://" + host) || origin.equals("https://" + host);
    }
}
