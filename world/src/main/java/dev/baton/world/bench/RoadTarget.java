package dev.baton.world.bench;

import java.net.InetSocketAddress;

/**
 * Where a store's webhooks go and how they are signed.
 *
 * @param address plain HTTP; a proxy that ends TLS is not part of the measurement
 * @param path such as {@code /hooks/shopify/{merchant}/{store}}
 * @param shopDomain such as {@code sample.myshopify.com}
 * @param secret the key of the HMAC over the body, as bytes of its text
 * @param apiVersion such as {@code 2026-01}
 */
public record RoadTarget(InetSocketAddress address, String path, String shopDomain, byte[] secret, String apiVersion) {

    String host() {
        return address.getHostString() + ":" + address.getPort();
    }
}
