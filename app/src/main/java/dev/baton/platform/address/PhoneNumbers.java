package dev.baton.platform.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Telephone numbers in the form carriers take. */
public final class PhoneNumbers {
    /** The longest number has 15 digits (ITU-T E.164); twice that leaves room for what people set between. */
    private static final int LONGEST = 40;

    private PhoneNumbers() {}

    /**
     * The number in E.164 ("+4930123456"). A number without its country's prefix is taken to be of this country.
     *
     * @param country code or name; null where unknown, then only numbers with "+" can be understood
     * @return empty where the text is no telephone number, or one without its area code; keep the raw text
     */
    public static Optional<String> e164(@Nullable String country, @Nullable String raw) {
        if (raw == null || raw.isBlank() || raw.length() > LONGEST) {
            return Optional.empty();
        }
        PhoneNumberUtil numbers = Held.NUMBERS;
        try {
            PhoneNumber number = numbers.parse(raw, CountryCode.find(country).orElse("ZZ"));
            // A number that can be dialled only within its town is no use to a carrier.
            return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            // Expected: customers type anything into the field.
            return Optional.empty();
        }
    }

    /** Its tables cost the start of the app too much to be read before they are asked for. */
    private static final class Held {
        static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    }
}
