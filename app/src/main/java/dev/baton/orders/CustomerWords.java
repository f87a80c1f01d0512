package dev.baton.orders;

import dev.baton.platform.address.PostalAddress;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is found by: the words of the names on an order, the mail address, the phone numbers. Case, accents
 * and whatever stands between letters or digits do not count.
 *
 * @param names words of names and firms, in lower case
 * @param mails whole addresses, in lower case
 * @param phones digits alone, without zeros in front
 */
record CustomerWords(Set<String> names, Set<String> mails, Set<String> phones) {

    /** A number is told apart by this many of its last digits, whichever way its country is written. */
    static final int PHONE_END = 8;

    private static final int SHORTEST_PHONE = 5;
    private static final int MOST_WORDS = 16;

    static CustomerWords of(CustomerRecords.Content content) {
        CustomerFacts customer = content.customer();
        Set<String> names = new LinkedHashSet<>();
        Set<String> phones = new LinkedHashSet<>();
        names.addAll(words(customer.name()));
        addPhone(phones, customer.phone());
        addPlace(names, phones, content.shipTo());
        addPlace(names, phones, content.billTo());
        String mail = mail(customer.email());
        return new CustomerWords(
                Set.copyOf(names.stream().limit(MOST_WORDS).toList()),
                mail.isEmpty() ? Set.of() : Set.of(mail),
                Set.copyOf(phones));
    }

    /** The words of a name, in their order. */
    static List<String> words(@Nullable String name) {
        if (name == null) {
            return List.of();
        }
        StringBuilder plain = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(sign -> Character.getType(sign) != Character.NON_SPACING_MARK)
                .forEach(sign -> plain.appendCodePoint(Character.isLetterOrDigit(sign) ? sign : ' '));
        return Stream.of(plain.toString().split(" ", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** A mail address as it is compared; empty where there is none. */
    static String mail(@Nullable String email) {
        return email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
    }

    /** The digits of a phone number without zeros in front; empty where there are too few to tell it by. */
    static String phone(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder digits = new StringBuilder(text.length());
        text.codePoints().filter(Character::isDigit).forEach(sign -> digits.append(Character.digit(sign, 10)));
        String bare = digits.toString().replaceFirst("^0+", "");
        return bare.length() < SHORTEST_PHONE ? "" : bare;
    }

    /** The last digits of a number. */
    static String end(String phone) {
        return phone.length() <= PHONE_END ? phone : phone.substring(phone.length() - PHONE_END);
    }

    private static void addPlace(Set<String> names, Set<String> phones, @Nullable PostalAddress place) {
        if (place != null) {
            names.addAll(words(place.name()));
            names.addAll(words(place.company()));
            addPhone(phones, place.phone());
        }
    }

    private static void addPhone(Set<String> phones, @Nullable String text) {
        String phone = phone(text);
        if (!phone.isEmpty()) {
            phones.add(phone);
        }
    }

    /** Whether each of the words begins one of the names. */
    boolean isCalled(List<String> words) {
        return words.stream().allMatch(word -> names.stream().anyMatch(name -> name.startsWith(word)));
    }

    /** Whether it is one of the numbers, with or without the country's in front. */
    boolean isReachedBy(String phone) {
        return phones.stream().anyMatch(mine -> mine.endsWith(phone) || phone.endsWith(mine));
    }
}
