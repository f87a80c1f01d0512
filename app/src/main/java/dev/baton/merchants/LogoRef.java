package dev.baton.merchants;

import dev.baton.platform.documents.DocumentId;

/**
 * Which picture is a brand's logo; its bytes are asked of {@link BrandLookup#logo}.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param width in pixels
 * @param height in pixels
 */
public record LogoRef(DocumentId document, String mediaType, int width, int height) {}
