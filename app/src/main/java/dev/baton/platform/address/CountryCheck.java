package dev.baton.platform.address;

import static dev.baton.platform.address.AddressCheck.isBlank;
import static dev.baton.platform.address.AddressFault.fault;
import static dev.baton.platform.address.AddressFault.remark;

import dev.baton.platform.address.AddressFault.Kind;
import dev.baton.platform.address.Country.Needs;
import dev.baton.platform.address.PostcodeRule.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one country's mail asks of city, region and postcode. */
final class CountryCheck {

    private CountryCheck() {}

    static void check(Country country, PostalAddress address, List<AddressFault> faults) {
        checkCity(country, address, faults);
        checkRegion(country, address, faults);
        checkPostcode(country, address.postcode(), faults);
    }

    private static void checkCity(Country country, PostalAddress address, List<AddressFault> faults) {
        if (!isBlank(address.city())) {
            return;
        }
        if (country.needs().city()) {
            faults.add(missing(AddressField.CITY, "Mail to " + country.name() + " needs a city. Add it."));
        } else if (country.needs() == Needs.CITY_OR_REGION && !namesRegion(address)) {
            faults.add(missing(AddressField.CITY, "Mail to " + country.name() + " needs a city or district. Add it."));
        }
    }

    private static void checkRegion(Country country, PostalAddress address, List<AddressFault> faults) {
        if (!country.needs().region()) {
            return;
        }
        if (!namesRegion(address)) {
            faults.add(
                    missing(AddressField.REGION, "Mail to " + country.name() + " needs a state or province. Add it."));
            return;
        }
        if (isRegion(country, address.regionCode()) || isRegion(country, address.region())) {
            return;
        }
        String message = "This is no state or province of " + country.name() + " we know. Check it, or write its code.";
        faults.add(
                country.needs() == Needs.CITY_AND_LISTED_REGION
                        ? fault(Kind.UNKNOWN_REGION, AddressField.REGION, message)
                        : remark(Kind.UNKNOWN_REGION, AddressField.REGION, message));
    }

    private static boolean namesRegion(PostalAddress address) {
        return !isBlank(address.region()) || !isBlank(address.regionCode());
    }

    private static boolean isRegion(Country country, @Nullable String text) {
        return text != null
                && text.length() <= AddressField.REGION.longest()
                && !isBlank(text)
                && country.regionCode(text).isPresent();
    }

    private static void checkPostcode(Country country, @Nullable String postcode, List<AddressFault> faults) {
        PostcodeRule rule = country.postcode();
        if (rule.policy() == Policy.NONE || (postcode != null && isPostcode(rule, postcode))) {
            return;
        }
        String example = ", for example " + rule.examples().getFirst();
        if (postcode == null || isBlank(postcode) || PostcodeText.saysNothing(postcode)) {
            if (rule.policy() == Policy.REQUIRED) {
                faults.add(missing(
                        AddressField.POSTCODE,
                        "Mail to " + country.name() + " needs a postcode" + example + ". Add it."));
            }
            return;
        }
        String message = "This is no postcode of " + country.name() + ". Write one as its post does" + example + ".";
        faults.add(
                rule.policy() == Policy.ADVISORY
                        ? remark(Kind.POSTCODE_PATTERN, AddressField.POSTCODE, message)
                        : fault(Kind.POSTCODE_PATTERN, AddressField.POSTCODE, message));
    }

    private static boolean isPostcode(PostcodeRule rule, String postcode) {
        return postcode.length() <= AddressField.POSTCODE.longest()
                && !PostcodeText.saysNothing(postcode)
                && rule.normalise(postcode).isPresent();
    }

    private static AddressFault missing(AddressField field, String message) {
        return fault(Kind.MISSING_FIELD, field, message);
    }
}
