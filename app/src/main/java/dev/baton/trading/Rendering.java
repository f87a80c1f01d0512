package dev.baton.trading;

import org.jspecify.annotations.Nullable;

/**
 * A document as it is sent.
 *
 * @param bytes what every attempt sends
 * @param mediaType {@link #JSON} goes to an endpoint, {@link #MAIL} by mail
 * @param facts the same purchase order as JSON, for whoever reads it again; null where {@code bytes} are that, or none
 */
record Rendering(byte[] bytes, String mediaType, byte @Nullable [] facts) {

    static final String JSON = "application/json";
    static final String MAIL = "message/rfc822";

    static Rendering json(byte[] bytes) {
        return new Rendering(bytes, JSON, null);
    }

    static Rendering mail(byte[] bytes, byte @Nullable [] facts) {
        return new Rendering(bytes, MAIL, facts);
    }
}
