package dev.baton.notifications;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.Logo;
import dev.baton.merchants.LogoRef;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.DocumentId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where customers get a brand's logo from: a path that names the merchant, the brand and the digest of the picture, so
 * that it can be kept for ever and shows that brand's picture only. The last few pictures are kept in memory.
 */
@Component
public final class BrandLogos {

    private static final int MOST_KEPT = 64;
    private static final int DIGEST_BYTES = 16;

    private final BrandLookup brands;
    private final Map<DocumentId, Picture> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DocumentId, Picture> eldest) {
            return size() > MOST_KEPT;
        }
    };

    BrandLogos(BrandLookup brands) {
        this.brands = brands;
    }

    /** A logo and the digest it is known by. */
    public record Picture(String digest, Logo logo) {}

    /** The path of the brand's logo; empty when it has none. Needs an open transaction of the merchant. */
    public Optional<String> path(MerchantId merchant, Brand brand) {
        return picture(merchant, brand)
                .map(picture -> "/o/logo/" + merchant.value() + "/" + brand.code() + "/" + picture.digest());
    }

    /** The picture at a path; empty when there is none (any more). Needs an open transaction of the merchant. */
    public Optional<Logo> at(MerchantId merchant, String brandCode, String digest) {
        return brands.byCode(merchant, brandCode)
                .flatMap(brand -> picture(merchant, brand))
                .filter(picture -> picture.digest().equals(digest))
                .map(Picture::logo);
    }

    private Optional<Picture> picture(MerchantId merchant, Brand brand) {
        LogoRef ref = brand.logo();
        if (ref == null) {
            return Optional.empty();
        }
        synchronized (kept) {
            Picture known = kept.get(ref.document());
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<Picture> read = brands.logo(merchant, brand).map(logo -> new Picture(digest(logo.bytes()), logo));
        read.ifPresent(picture -> {
            synchronized (kept) {
                kept.put(ref.document(), picture);
            }
        });
        return read;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
