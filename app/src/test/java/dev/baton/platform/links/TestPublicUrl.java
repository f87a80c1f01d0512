package dev.baton.platform.links;

/** A public address of a test. */
public final class TestPublicUrl {

    private TestPublicUrl() {}

    public static PublicUrl at(String base) {
        return new PublicUrl(base);
    }
}
