package dev.baton.catalog;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is left of a code when nobody minds how it is written: its letters and digits in upper case. */
final class CodeKey {

    private CodeKey() {}

    /** Null for a code without letters or digits. */
    static @Nullable String of(@Nullable String code) {
        if (code == null) {
            return null;
        }
        StringBuilder key = new StringBuilder(code.length());
        Normalizer.normalize(code, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(key::appendCodePoint);
        return key.isEmpty() ? null : key.toString().toUpperCase(Locale.ROOT);
    }
}
