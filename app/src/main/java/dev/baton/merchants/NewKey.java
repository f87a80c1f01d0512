package dev.baton.merchants;

import java.util.UUID;

/**
 * A key just made.
 *
 * @param key {@code bk_{merchant}_{secret}}; shown this once, stored nowhere
 */
public record NewKey(UUID keyId, String key) {

    @Override
    public String toString() {
        return "NewKey[" + keyId + "]";
    }
}
