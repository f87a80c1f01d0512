package dev.baton.console;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MerchantSettings;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Money;
import dev.baton.platform.Problem;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.MailChannel;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.ShippingRate;
import dev.baton.suppliers.SupplierDefinition;
import dev.baton.suppliers.SupplierLanguage;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.WorkingHours;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What a form says of a new supplier, and what holds where it says nothing. Needs an open transaction. */
@Component
class NewSupplier {

    /** Nobody has agreed anything yet: half a working day to answer is what most can keep. */
    private static final int ACK_HOURS = 4;

    /** A figure that nobody renews for a week is not believed. */
    private static final int FEED_AGE_SECONDS = 7 * 86_400;

    /** What a courier still takes as a parcel. */
    private static final int HEAVIEST_GRAMS = 30_000;

    private static final int LONGEST_CODE = 40;
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,3})?");

    private final MerchantLookup merchants;
    private final SupplierLookup suppliers;

    NewSupplier(MerchantLookup merchants, SupplierLookup suppliers) {
        this.merchants = merchants;
        this.suppliers = suppliers;
    }

    /**
     * Its definition, in watch mode.
     *
     * @throws Problem INVALID_FIELD with the field; also where a supplier of that name is there, for all that was agreed
     *     with it would be lost
     */
    SupplierDefinition of(MerchantId merchant, Typed typed) {
        MerchantSettings settings = merchants.settings(merchant);
        String code = code(typed.text("name"));
        if (suppliers.byCode(merchant, code).isPresent()) {
            throw wrong(
                    "name",
                    "A supplier of this name is there already: change it under Suppliers, or give this one another name.");
        }
        String currency = typed.text("currency").isEmpty()
                ? settings.bookCurrency()
                : typed.text("currency").toUpperCase(Locale.ROOT);
        if (typed.text("address").isEmpty()) {
            throw wrong("address", "Give the address the supplier reads orders at.");
        }
        return new SupplierDefinition(
                code,
                typed.text("name"),
                currency,
                typed.text("zone").isEmpty() ? settings.zone() : SetupScreen.zone(typed.text("zone")),
                typed.text("country").toUpperCase(Locale.ROOT),
                hours(typed),
                ACK_HOURS,
                Netting.UNKNOWN,
                0,
                0,
                Absence.KEEP,
                false,
                FEED_AGE_SECONDS,
                0,
                HEAVIEST_GRAMS,
                List.of(new ShippingRate(
                        ShippingRate.ANY_COUNTRY, HEAVIEST_GRAMS, price(typed.text("shipping"), currency))),
                List.of(),
                Instructions.NONE,
                null,
                new MailChannel(typed.text("address"), null),
                typed.text("language").isEmpty() ? SupplierLanguage.DEFAULT : typed.text("language"),
                false);
    }

    private static WorkingHours hours(Typed typed) {
        Set<DayOfWeek> days = typed.text("days").equals("all")
                ? EnumSet.allOf(DayOfWeek.class)
                : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        try {
            LocalTime from = LocalTime.parse(typed.text("from").isEmpty() ? "09:00" : typed.text("from"));
            LocalTime to = LocalTime.parse(typed.text("to").isEmpty() ? "17:00" : typed.text("to"));
            return new WorkingHours(days, from, to, Set.of());
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw wrong("from", "Write the hours as 09:00 and 17:00, the later one second.");
        }
    }

    private static long price(String typed, String currency) {
        if (typed.isEmpty()) {
            return 0;
        }
        if (!PRICE.matcher(typed).matches()) {
            throw wrong("shipping", "Write what a parcel costs as 5.90.");
        }
        try {
            return new BigDecimal(typed.replace(',', '.'))
                    .movePointRight(Money.digits(currency))
                    .longValueExact();
        } catch (ArithmeticException tooFine) {
            throw wrong("shipping", "Write what a parcel costs as 5.90.");
        } catch (IllegalArgumentException noCurrency) {
            throw wrong("currency", "Write the currency as EUR or USD.");
        }
    }

    /** A short name made of the long one: "Müller & Söhne" becomes muller-sohne. */
    private static String code(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip()
                .replace(' ', '-');
        if (plain.isEmpty()) {
            throw wrong("name", "Give the supplier a name with a letter or a digit of A to Z and 0 to 9 in it.");
        }
        return plain.length() > LONGEST_CODE ? plain.substring(0, LONGEST_CODE) : plain;
    }

    private static Problem wrong(String field, String detail) {
        return new Problem(CommonProblem.INVALID_FIELD, detail, field);
    }
}
