package dev.baton.trading.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.OfferId;
import dev.baton.suppliers.SampleSupplier;
import dev.baton.testing.TestAuthority;
import dev.baton.testing.TestBaton;
import dev.baton.trading.sources.FileSource;
import dev.baton.world.feeds.FeedSite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files by real HTTPS: a server is believed by its certificate, and told nothing where it is not. */
class TrustedServersTest {

    private static final TestAuthority TRUSTED = new TestAuthority("Trusted here");
    private static final TestAuthority UNKNOWN = new TestAuthority("Nobody knows it");

    @TempDir
    static Path folder;

    private static @Nullable TestBaton shared;

    private final FeedShop shop = new FeedShop(baton(), SampleSupplier.coded("acme"));
    private final OfferId cup = shop.offer("CUP");

    private static TestBaton baton() {
        TestBaton running = shared;
        if (running == null) {
            running = TestBaton.with(
                    Map.of("baton.outbound.authorities", TRUSTED.pem(folder).toString()));
            shared = running;
        }
        return running;
    }

    @Test
    void aFileComesFromAServerWhoseAuthorityIsTrusted() {
        try (FeedSite site = site(TRUSTED.server())) {
            look(site);

            assertThat(shop.stock(cup).observed()).isEqualTo(3);
            assertThat(shop.feed().trouble()).isNull();
            assertThat(shop.tasks()).isEmpty();
        }
    }

    @Test
    void anAuthorityNobodyKnowsIsNotBelievedUntilTheServerShowsAnotherCertificate() {
        try (FeedSite site = site(UNKNOWN.server())) {
            look(site);

            assertRefused(site, "is signed by nobody this machine trusts");
        }
        try (FeedSite mended = site(TRUSTED.server())) {
            look(mended);

            assertThat(shop.tasks()).isEmpty();
            assertThat(shop.stock(cup).observed()).isEqualTo(3);
        }
    }

    @Test
    void anExpiredCertificateIsNotBelieved() {
        Instant yesterday = Clock.systemUTC().instant().minus(Duration.ofDays(1));
        try (FeedSite site = site(TRUSTED.server("127.0.0.1", yesterday))) {
            look(site);

            assertRefused(site, "has expired");
        }
    }

    @Test
    void aCertificateOfAnotherServerIsNotBelieved() {
        Instant nextYear = Clock.systemUTC().instant().plus(Duration.ofDays(300));
        try (FeedSite site = site(TRUSTED.server("192.0.2.7", nextYear))) {
            look(site);

            assertRefused(site, "is made out to another name");
        }
    }

    private void assertRefused(FeedSite site, String why) {
        assertThat(shop.feed().trouble()).contains("the certificate").contains(why);
        assertThat(shop.tasks()).containsExactly(FetchFeeds.UNREACHABLE);
        assertThat(site.asked()).as("the password is not shown to it").isEmpty();
        assertThat(shop.files()).isEmpty();
    }

    private void look(FeedSite site) {
        FileSource source = new FileSource(FileSource.Kind.HTTPS, site.url().toString(), "baton", null, null);
        shop.define(source, StalePolicy.KEEP, "secret");
        shop.work();
    }

    private static FeedSite site(SSLContext secured) {
        FeedSite site = FeedSite.open(secured);
        site.lay(FeedShop.table("CUP=3").getBytes(StandardCharsets.UTF_8), "v1");
        return site;
    }
}
