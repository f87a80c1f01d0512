package dev.baton.platform.links;

import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the world outside reaches this Baton. */
@Component
public final class PublicUrl {

    private final String base;

    PublicUrl(@Value("${baton.public-url:}") String base) {
        this.base = base;
    }

    /** Whether links can be given out at all. */
    public boolean isKnown() {
        return !base.isEmpty();
    }

    /**
     * The full address of a path.
     *
     * @param path begins with a slash
     * @return empty when nobody outside reaches this Baton: then no link is given out and a person is told
     */
    public Optional<URI> of(String path) {
        return isKnown() ? Optional.of(URI.create(base + path)) : Optional.empty();
    }
}
