package dev.baton.merchants;

/**
 * A brand's logo.
 *
 * @param bytes the very bytes that were uploaded, at most {@link DefineBrand#MOST_LOGO_BYTES}
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param width in pixels
 * @param height in pixels
 */
public record Logo(byte[] bytes, String mediaType, int width, int height) {}
