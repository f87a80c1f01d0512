package dev.baton.console;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Money;
import dev.baton.platform.Problem;
import dev.baton.suppliers.Contact;
import dev.baton.suppliers.ShipMethod;
import dev.baton.suppliers.ShippingRate;
import dev.baton.trading.feeds.ColumnMapping.QuantityColumn;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is agreed with a supplier, and on its files, row by row, as it is typed: a line each, so that a sheet can be pasted. */
final class AgreedRows {

    private static final String BETWEEN = "; ";
    private static final int KILO = 3;

    private AgreedRows() {}

    /** A line as it was typed. */
    private record Line(int number, List<String> cells) {

        String cell(int at) {
            return at < cells.size() ? cells.get(at) : "";
        }
    }

    private static List<Line> lines(String typed) {
        List<Line> lines = new ArrayList<>();
        String[] all = typed.split("\n", -1);
        for (int i = 0; i < all.length; i++) {
            if (!all[i].isBlank()) {
                lines.add(new Line(
                        i + 1,
                        List.of(all[i].strip().split(all[i].contains("\t") ? "\t" : ";", -1)).stream()
                                .map(String::strip)
                                .toList()));
            }
        }
        return lines;
    }

    /** {@code DE; 5; 4.90}: country or {@code *}, heaviest parcel in kg, price. */
    static String rates(List<ShippingRate> rates, String currency) {
        return rates.stream()
                .sorted(Comparator.comparing(
                                (ShippingRate rate) -> rate.country().equals(ShippingRate.ANY_COUNTRY))
                        .thenComparing(ShippingRate::country)
                        .thenComparingInt(ShippingRate::maxWeightGrams))
                .map(rate -> rate.country()
                        + BETWEEN
                        + BigDecimal.valueOf(rate.maxWeightGrams(), KILO)
                                .stripTrailingZeros()
                                .toPlainString()
                        + BETWEEN
                        + new Money(rate.priceMinor(), currency).toDecimal())
                .collect(Collectors.joining("\n"));
    }

    /** @throws Problem INVALID_FIELD that names the line and what is wrong with it */
    static List<ShippingRate> rates(String typed, String currency) {
        List<ShippingRate> rates = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (Line line : lines(typed)) {
            String country = line.cell(0).toUpperCase(Locale.ROOT);
            if (line.cells().size() != 3
                    || !(country.equals(ShippingRate.ANY_COUNTRY)
                            || List.of(Locale.getISOCountries()).contains(country))) {
                throw wrong(
                        "rates",
                        line,
                        "write the country's two letters or * for every other, kg of the heaviest parcel and the price,"
                                + " such as DE; 5; 4.90");
            }
            int grams = grams(line);
            if (!seen.add(country + " " + grams)) {
                throw wrong("rates", line, "there is another rate for this country and weight");
            }
            rates.add(new ShippingRate(country, grams, price(line, currency)));
        }
        return rates;
    }

    private static int grams(Line line) {
        try {
            int grams = new BigDecimal(
                            line.cell(1).replace(',', '.').replace("kg", "").strip())
                    .movePointRight(KILO)
                    .intValueExact();
            if (grams > 0) {
                return grams;
            }
        } catch (ArithmeticException | NumberFormatException unreadable) {
            // said below, with a weight that is none
        }
        throw wrong("rates", line, "\"" + line.cell(1) + "\" is no weight in kg");
    }

    private static long price(Line line, String currency) {
        try {
            long minor = Money.parse(line.cell(2).replace(',', '.'), currency).minor();
            if (minor >= 0) {
                return minor;
            }
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            // said below, with a price that is none
        }
        throw wrong("rates", line, "\"" + line.cell(2) + "\" is no price in " + currency);
    }

    /** {@code Express; ACME-EXP; UPS}: the store's method or {@code *}, the supplier's code, the carrier. */
    static String methods(List<ShipMethod> methods) {
        return methods.stream()
                .sorted(Comparator.comparing(
                                (ShipMethod method) -> method.storeMethod().equals(ShipMethod.ANY_METHOD))
                        .thenComparing(ShipMethod::storeMethod))
                .map(method -> method.storeMethod() + BETWEEN + method.code() + BETWEEN + method.carrier())
                .collect(Collectors.joining("\n"));
    }

    /** @throws Problem INVALID_FIELD that names the line and what is wrong with it */
    static List<ShipMethod> methods(String typed) {
        List<ShipMethod> methods = new ArrayList<>();
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Line line : lines(typed)) {
            if (line.cells().size() < 2
                    || line.cells().size() > 3
                    || line.cell(0).isEmpty()
                    || line.cell(1).isEmpty()) {
                throw wrong(
                        "methods",
                        line,
                        "write the store's method or * for every other, the supplier's code and the carrier, such as"
                                + " Express; ACME-EXP; UPS");
            }
            if (!seen.add(line.cell(0))) {
                throw wrong("methods", line, "this method of the store stands there already");
            }
            methods.add(new ShipMethod(line.cell(0), line.cell(1), line.cell(2)));
        }
        return methods;
    }

    /** {@code Petra Jansen; returns; +31 20 1234567; petra@acme.example}: who, for what, phone, mail. */
    static String contacts(List<Contact> contacts) {
        return contacts.stream()
                .map(each -> String.join(BETWEEN, each.name(), each.duty(), each.phone(), each.email()))
                .collect(Collectors.joining("\n"));
    }

    /** @throws Problem INVALID_FIELD that names the line and what is wrong with it */
    static List<Contact> contacts(String typed) {
        List<Contact> contacts = new ArrayList<>();
        for (Line line : lines(typed)) {
            if (line.cells().size() < 3 || line.cells().size() > 4) {
                throw wrong(
                        "contacts",
                        line,
                        "write the name, what for, the phone number and the mail address, such as Petra Jansen; returns;"
                                + " +31 20 1234567; petra@acme.example");
            }
            contacts.add(new Contact(line.cell(0), line.cell(1), line.cell(2), line.cell(3)));
        }
        return contacts;
    }

    /** A day a line, the first one first. */
    static String holidays(Set<LocalDate> holidays) {
        return holidays.stream().sorted().map(LocalDate::toString).collect(Collectors.joining("\n"));
    }

    /** @throws Problem INVALID_FIELD that names the line and what is wrong with it */
    static Set<LocalDate> holidays(String typed) {
        Set<LocalDate> holidays = new TreeSet<>();
        for (Line line : lines(typed)) {
            for (String day : line.cells()) {
                try {
                    holidays.add(LocalDate.parse(day));
                } catch (DateTimeException unreadable) {
                    throw wrong("holidays", line, "\"" + day + "\" is no day; write it as 2026-12-24");
                }
            }
        }
        return holidays;
    }

    /** {@code qty_nj; NJ}: the column and, where it is of one place, the place. */
    static String quantities(List<QuantityColumn> columns) {
        return columns.stream()
                .map(each -> each.shipFrom() == null ? each.column() : each.column() + BETWEEN + each.shipFrom())
                .collect(Collectors.joining("\n"));
    }

    /** @throws Problem INVALID_FIELD that names the line and what is wrong with it */
    static List<QuantityColumn> quantities(String typed) {
        List<QuantityColumn> columns = new ArrayList<>();
        for (Line line : lines(typed)) {
            if (line.cells().size() > 2 || line.cell(0).isEmpty()) {
                throw wrong("quantities", line, "write the column and, if it is of one place, the place: qty_nj; NJ");
            }
            columns.add(new QuantityColumn(line.cell(0), line.cell(1).isEmpty() ? null : line.cell(1)));
        }
        return columns;
    }

    /** {@code plenty; 50}: a word in a quantity cell and the units it stands for. */
    static String words(Map<String, Integer> words) {
        return words.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + BETWEEN + each.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** @throws Problem INVALID_FIELD that names the line and what is wrong with it */
    static Map<String, Integer> words(String typed) {
        Map<String, Integer> words = new TreeMap<>();
        for (Line line : lines(typed)) {
            if (line.cells().size() != 2 || !line.cell(1).matches("[0-9]{1,9}")) {
                throw wrong("words", line, "write the word and the units it stands for: plenty; 50");
            }
            if (words.put(line.cell(0), Integer.valueOf(line.cell(1))) != null) {
                throw wrong("words", line, "this word stands there already");
            }
        }
        return words;
    }

    private static Problem wrong(String field, Line line, String advice) {
        return new Problem(CommonProblem.INVALID_FIELD, "Line " + line.number() + ": " + advice + ".", field);
    }
}
