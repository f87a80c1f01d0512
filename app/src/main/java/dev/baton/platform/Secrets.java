package dev.baton.platform;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Seals a merchant's secrets (store tokens, signing secrets) for a module's own {@code bytea} column. */
@Component
public final class Secrets {

    private final MerchantKeys keys;

    public Secrets(MerchantKeys keys) {
        this.keys = keys;
    }

    /** Seals a secret; needs an open transaction of the merchant. */
    public byte[] seal(MerchantId merchant, String clear) {
        return keys.of(merchant).seal(clear.getBytes(StandardCharsets.UTF_8), MerchantKeys.bytes(merchant.value()));
    }

    /** Opens a sealed secret; needs an open transaction of the merchant. */
    public String open(MerchantId merchant, byte[] sealed) {
        return new String(keys.of(merchant).open(sealed, MerchantKeys.bytes(merchant.value())), StandardCharsets.UTF_8);
    }
}
