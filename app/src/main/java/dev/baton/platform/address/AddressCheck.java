package dev.baton.platform.address;

import static dev.baton.platform.address.AddressFault.fault;
import static dev.baton.platform.address.AddressFault.remark;

import dev.baton.platform.address.AddressFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a parcel can be sent to an address, by what its country's mail asks for. Strict only where carriers really
 * refuse: no street, no city or region where the country needs it, a postcode its post does not write. Any script, case,
 * spacing and spelling of region and country will do. Costs a few microseconds; throws nothing.
 */
public final class AddressCheck {
    private static final Pattern PO_BOX = Pattern.compile(
            "\\b(?:p\\.? ?o\\.? ?box(?:es|\\b| ?\\d)|post(?:al)? office box|postfach|postbus|postboks|packstation|apartado|casilla|"
                    + "caixa postal|casella postale|bo[iîÎ]te postale|b\\.?p\\.? ?\\d)|私書箱|邮政信箱|ص\\.ب",
            Pattern.CASE_INSENSITIVE);

    private AddressCheck() {}

    /** Everything wrong or remarkable about the address; no element when it is good. */
    public static List<AddressFault> check(PostalAddress address) {
        List<AddressFault> faults = new ArrayList<>(4);
        checkWords(address, faults);
        if (isBlank(address.name()) && isBlank(address.company())) {
            faults.add(fault(
                    Kind.NO_NAME, AddressField.NAME, "Neither a person nor a company is named. Add who receives it."));
        }
        if (isBlank(address.line1())) {
            faults.add(fault(
                    Kind.MISSING_FIELD,
                    AddressField.LINE1,
                    "Every carrier needs a street and house number. Add them."));
        }
        checkCountry(address, faults);
        if (isPoBox(address.line1()) || isPoBox(address.line2())) {
            faults.add(remark(
                    Kind.PO_BOX,
                    AddressField.LINE1,
                    "This is a post-office box: only the post delivers there. Choose a supplier that ships by post."));
        }
        return List.copyOf(faults);
    }

    private static void checkWords(PostalAddress address, List<AddressFault> faults) {
        checkWords(AddressField.NAME, address.name(), faults);
        checkWords(AddressField.COMPANY, address.company(), faults);
        checkWords(AddressField.LINE1, address.line1(), faults);
        checkWords(AddressField.LINE2, address.line2(), faults);
        checkWords(AddressField.CITY, address.city(), faults);
        checkWords(AddressField.REGION, address.region(), faults);
        checkWords(AddressField.REGION, address.regionCode(), faults);
        checkWords(AddressField.POSTCODE, address.postcode(), faults);
        checkWords(AddressField.COUNTRY, address.countryCode(), faults);
        checkWords(AddressField.PHONE, address.phone(), faults);
    }

    private static void checkWords(AddressField field, @Nullable String text, List<AddressFault> faults) {
        if (text == null) {
            return;
        }
        if (LiteralNull.isIn(text)) {
            faults.add(fault(
                    Kind.LITERAL_NULL,
                    field,
                    "The " + field.words()
                            + " holds a program's word for \"nothing\". Clear it or write what belongs there."));
        }
        if (text.length() > field.longest()) {
            faults.add(fault(
                    Kind.TOO_LONG,
                    field,
                    "The " + field.words() + " is longer than the " + field.longest()
                            + " signs a label holds. Shorten it."));
        }
    }

    private static void checkCountry(PostalAddress address, List<AddressFault> faults) {
        if (isBlank(address.countryCode())) {
            faults.add(fault(
                    Kind.MISSING_FIELD, AddressField.COUNTRY, "No country is given. Add its code of two letters."));
            return;
        }
        Optional<Country> country = CountryFacts.get().find(address.countryCode());
        if (country.isEmpty()) {
            faults.add(fault(
                    Kind.UNKNOWN_COUNTRY,
                    AddressField.COUNTRY,
                    "This is no country we know. Write its ISO code of two letters, such as DE or US."));
            return;
        }
        CountryCheck.check(country.get(), address, faults);
    }

    private static boolean isPoBox(@Nullable String line) {
        return line != null && PO_BOX.matcher(line).find();
    }

    /** Also what people write where a form insists: "-", ".", "n/a". */
    static boolean isBlank(@Nullable String text) {
        return text == null || !hasLetterOrDigit(text) || text.strip().equalsIgnoreCase("n/a");
    }

    private static boolean hasLetterOrDigit(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isLetterOrDigit(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }
}
