package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopifySignatureTest {

    private static final byte[] BODY = "\"my secret message\"".getBytes(StandardCharsets.UTF_8);

    /** Published in bold-commerce/go-shopify, oauth_test.go (MIT): secret "hush", quotes are part of the body. */
    private static final String SIGNED = "hMTq0K2x7oyOjoBwGYeTj5oxfnaVYXzbanUG9aajpKI=";

    @Test
    void acceptsThePublishedVector() {
        assertThat(ShopifySignature.matches(BODY, SIGNED, List.of("hush"))).isTrue();
    }

    @Test
    void acceptsTheOldAndTheNewSecretDuringRotation() {
        String byOld = Base64.getEncoder().encodeToString(ShopifySignature.sign(BODY, "old"));

        assertThat(ShopifySignature.matches(BODY, byOld, List.of("new", "old"))).isTrue();
        assertThat(ShopifySignature.matches(BODY, byOld, List.of("new"))).isFalse();
    }

    @Test
    void refusesAnotherBodyAndWhatIsNoSignature() {
        byte[] other = "\"my secret massage\"".getBytes(StandardCharsets.UTF_8);

        assertThat(ShopifySignature.matches(other, SIGNED, List.of("hush"))).isFalse();
        assertThat(ShopifySignature.matches(BODY, null, List.of("hush"))).isFalse();
        assertThat(ShopifySignature.matches(BODY, "", List.of("hush"))).isFalse();
        assertThat(ShopifySignature.matches(BODY, "%%%", List.of("hush"))).isFalse();
        assertThat(ShopifySignature.matches(BODY, SIGNED, List.of())).isFalse();
    }
}
