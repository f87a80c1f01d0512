package dev.baton.world.story;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Invents customers: no name meets a street, and every house number is used once, so that no two orders look alike. */
final class People {

    private static final List<String> FIRST = List.of(
            "Ada", "Bela", "Carin", "Dario", "Elif", "Fenna", "Goran", "Hedda", "Ines", "Jorun", "Kamil", "Linnea",
            "Milo", "Nadia", "Oskar", "Petra", "Quirin", "Runa", "Silvan", "Tove", "Ugo", "Vera", "Wanda", "Xenia",
            "Yara", "Zeno");
    private static final List<String> LAST = List.of(
            "Abendrot",
            "Birkholm",
            "Corvane",
            "Dunmore",
            "Eskelind",
            "Fairholt",
            "Gravesund",
            "Hollander",
            "Ivarsen",
            "Jasperson",
            "Kestrel",
            "Lindqvarn",
            "Marrow",
            "Northolt",
            "Ostergate",
            "Pemberwick",
            "Quillon",
            "Ravenholm",
            "Sorrel",
            "Thistlewood",
            "Underhill",
            "Vantongeren",
            "Westerby",
            "Yarrow");

    private record Town(
            String city,
            @Nullable String region,
            @Nullable String regionCode,
            String postcode,
            String country,
            String countryCode,
            String street,
            String phonePrefix,
            String language) {

        /** As above, where people speak English. */
        Town(
                String city,
                @Nullable String region,
                @Nullable String regionCode,
                String postcode,
                String country,
                String countryCode,
                String street,
                String phonePrefix) {
            this(city, region, regionCode, postcode, country, countryCode, street, phonePrefix, "en");
        }
    }

    private static final List<Town> TOWNS = List.of(
            new Town(
                    "Louisville", "Kentucky", "KY", "40202", "United States", "US", "%d Chestnut Street", "+150255501"),
            new Town("Portland", "Oregon", "OR", "97205", "United States", "US", "%d Alder Street", "+150355501"),
            new Town("Madison", "Wisconsin", "WI", "53703", "United States", "US", "%d Orchard Avenue", "+160855501"),
            new Town("Savannah", "Georgia", "GA", "31401", "United States", "US", "%d Harbor Road", "+191255501"),
            new Town("Tucson", "Arizona", "AZ", "85701", "United States", "US", "%d Mesa Lane", "+152055501", "es"),
            new Town("Toronto", "Ontario", "ON", "M5V 2T6", "Canada", "CA", "%d Maple Row", "+141655501"),
            new Town("Vancouver", "British Columbia", "BC", "V6B 1A1", "Canada", "CA", "%d Cedar Walk", "+160455501"),
            new Town("Leipzig", null, null, "04109", "Germany", "DE", "Lindenallee %d", "+4930231250", "de"),
            new Town("Köln", null, null, "50667", "Germany", "DE", "Rheingasse %d", "+4922190000", "de"),
            new Town("Lyon", null, null, "69002", "France", "FR", "%d rue des Tilleuls", "+3319900000", "fr"),
            new Town("Utrecht", null, null, "3511 AB", "Netherlands", "NL", "Singelweg %d", "+3130230000"),
            new Town("Bristol", null, null, "BS1 4DJ", "United Kingdom", "GB", "%d Quay Lane", "+4416329600"),
            new Town("Wellington", null, null, "6011", "New Zealand", "NZ", "%d Harbour Rise", "+6449990000"));

    private final SplittableRandom random;
    private final String mailDomain;

    People(SplittableRandom random, String mailDomain) {
        this.random = random;
        this.mailDomain = mailDomain;
    }

    /** A person and an address in one of the countries. */
    record Person(Buyer buyer, Address address) {}

    /** The same person in the next country. */
    static Address abroad(Address address) {
        return new Address(
                address.firstName(),
                address.lastName(),
                address.company(),
                address.line1(),
                address.line2(),
                "Toronto",
                "Ontario",
                "ON",
                "M5V 2T6",
                "Canada",
                "CA",
                address.phone());
    }

    Person inOneOf(List<String> countries, int index) {
        List<Town> towns = TOWNS.stream()
                .filter(town -> countries.isEmpty()
                        ? !town.countryCode().equals(Playbook.BLOCKED)
                        : countries.contains(town.countryCode()))
                .toList();
        Town town = towns.get(random.nextInt(towns.size()));
        String first = FIRST.get(random.nextInt(FIRST.size()));
        String last = LAST.get(random.nextInt(LAST.size()));
        String phone = town.phonePrefix() + String.format(Locale.ROOT, "%02d", index % 100);
        String mail = String.format(Locale.ROOT, "%s.%s.%d@%s", first, last, index, mailDomain)
                .toLowerCase(Locale.ROOT);
        Address address = new Address(
                first,
                last,
                random.nextInt(10) == 0 ? last + " Ltd" : null,
                String.format(Locale.ROOT, town.street(), 100 + index),
                random.nextInt(4) == 0 ? "Floor " + (1 + random.nextInt(9)) : null,
                town.city(),
                town.region(),
                town.regionCode(),
                town.postcode(),
                town.country(),
                town.countryCode(),
                phone);
        return new Person(new Buyer(7_000_000_000L + index, first, last, mail, phone, town.language()), address);
    }
}
