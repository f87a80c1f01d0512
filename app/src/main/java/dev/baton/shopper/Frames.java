package dev.baton.shopper;

import dev.baton.merchants.Brand;
import dev.baton.notifications.BrandLogos;
import dev.baton.notifications.CustomerWords;
import dev.baton.platform.MerchantId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what is around a page: the brand's face, the language, and the nonce of its style sheet. */
@Component
class Frames {

    private static final int NONCE_BYTES = 16;

    private final BrandLogos logos;
    private final SecureRandom random = new SecureRandom();

    Frames(BrandLogos logos) {
        this.logos = logos;
    }

    /** Of a brand; needs an open transaction of the merchant. {@code path} is the page's own, without a query. */
    Frame of(MerchantId merchant, Brand brand, CustomerWords words, String title, String path) {
        return new Frame(
                words, title, brand, logos.path(merchant, brand).orElse(null), nonce(), languages(words, path));
    }

    /** Of nobody's brand. */
    Frame bare(CustomerWords words, String title) {
        return new Frame(words, title, null, null, nonce(), List.of());
    }

    private static List<Frame.Language> languages(CustomerWords words, String path) {
        return CustomerWords.languages().stream()
                .map(tag ->
                        new Frame.Language(tag, words.nameOf(tag), path + "?lang=" + tag, tag.equals(words.language())))
                .toList();
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What a browser asks for, as a wish for words: the first tag of the header. */
    static @Nullable String firstWish(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return null;
        }
        String first = acceptLanguage.split("[,;]", 2)[0].strip();
        return first.equals("*") ? null : first;
    }
}
