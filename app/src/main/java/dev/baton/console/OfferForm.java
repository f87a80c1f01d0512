package dev.baton.console;

import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferDefinition;
import dev.baton.catalog.PriceBreak;
import dev.baton.catalog.Sku;
import dev.baton.platform.Micros;
import dev.baton.suppliers.SupplierTerms;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The form of one offer: what it begins with, and what was typed as a definition, with all that is wrong in it at once. */
final class OfferForm {

    private static final Pattern COST = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,6})?");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,7}");
    private static final int LONGEST_CODE = 200;
    private static final int MOST_UNITS = 1_000_000;
    private static final int MOST_LEAD_TIME_DAYS = 3_650;
    private static final int ROOM = 2;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Typed typed;
    private final Moments moments;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    private OfferForm(Typed typed, Moments moments) {
        this.typed = typed;
        this.moments = moments;
    }

    /**
     * What a form is about.
     *
     * @param offer the offer that is changed; null = one is to be made
     * @param sku null = none of that code is known
     * @param supplier null = none is chosen
     */
    record About(
            @Nullable Offer offer,
            @Nullable Sku sku,
            @Nullable SupplierTerms supplier) {}

    /**
     * What was typed.
     *
     * @param stated null = something is wrong
     */
    record Reading(@Nullable OfferDefinition stated, Map<String, String> wrong) {}

    /** What the form of an offer begins with. */
    static Map<String, String> values(Offer offer) {
        Map<String, String> values = new HashMap<>();
        values.put("supplierSku", offer.supplierSku());
        values.put("place", offer.shipFrom());
        values.put("cost", Micros.format(offer.unitCostMicros()));
        values.put("currency", offer.currency());
        for (int i = 0; i < offer.priceBreaks().size(); i++) {
            PriceBreak each = offer.priceBreaks().get(i);
            values.put("from-" + (i + 1), String.valueOf(each.quantity()));
            values.put("cost-" + (i + 1), Micros.format(each.micros()));
        }
        values.put("pack", String.valueOf(offer.packSize()));
        values.put("least", String.valueOf(offer.minimumQuantity()));
        values.put("countries", String.join(" ", new TreeSet<>(offer.countries())));
        values.put("lead", String.valueOf(offer.leadTimeDays()));
        return values;
    }

    /** What the form of a new one begins with. */
    static Map<String, String> fresh(Typed typed, @Nullable SupplierTerms supplier) {
        Map<String, String> values = new HashMap<>();
        values.put("sku", typed.text("sku"));
        values.put("supplier", typed.text("supplier"));
        values.put("place", Offer.MAIN);
        values.put("currency", supplier == null ? "" : supplier.currency());
        values.put("pack", "1");
        values.put("least", "1");
        values.put("lead", "1");
        return values;
    }

    /** What an offer says, so that a change of it is noticed. */
    static String seen(@Nullable Offer offer) {
        return offer == null
                ? ""
                : values(offer).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("|"));
    }

    /** All lines of price breaks there may be, as they were typed. */
    static List<OfferViews.Line> lines(Map<String, String> values) {
        return IntStream.rangeClosed(1, PriceBreak.MOST)
                .mapToObj(i -> new OfferViews.Line(
                        i, values.getOrDefault("from-" + i, ""), values.getOrDefault("cost-" + i, "")))
                .toList();
    }

    /** How many of them are looked at without asking for more: those that say something, and room for another. */
    static int shown(Map<String, String> values) {
        int last = lines(values).stream()
                .filter(line -> !line.from().isEmpty() || !line.cost().isEmpty())
                .mapToInt(OfferViews.Line::number)
                .max()
                .orElse(0);
        return Math.min(PriceBreak.MOST, last + ROOM);
    }

    static Reading read(Typed typed, About about, Moments moments) {
        OfferForm form = new OfferForm(typed, moments);
        OfferDefinition stated = form.stated(about);
        return new Reading(form.wrong.isEmpty() ? stated : null, Collections.unmodifiableMap(form.wrong));
    }

    private @Nullable OfferDefinition stated(About about) {
        Sku sku = sku(about.sku());
        SupplierTerms supplier = about.supplier();
        if (supplier == null) {
            wrong.put("supplier", "Choose the supplier.");
        }
        String supplierSku =
                code("supplierSku", "Write the supplier's own code of it: orders and its stock files say it.");
        String place = about.offer() == null
                ? typed.text("place").isEmpty() ? Offer.MAIN : code("place", "")
                : about.offer().shipFrom();
        long cost = cost("cost", "Write a cost such as 12.50.");
        String currency = currency(supplier);
        List<PriceBreak> breaks = breaks(cost, currency);
        Instant since = about.offer() == null ? null : since();
        int pack = count("pack", 1, MOST_UNITS);
        int least = count("least", 1, MOST_UNITS);
        Set<String> countries = countries();
        int lead = count("lead", 0, MOST_LEAD_TIME_DAYS);
        return sku == null || supplier == null
                ? null
                : new OfferDefinition(
                        sku.code(),
                        supplier.id(),
                        supplierSku,
                        place,
                        cost,
                        currency,
                        breaks,
                        since,
                        pack,
                        least,
                        countries,
                        lead);
    }

    private @Nullable Sku sku(@Nullable Sku known) {
        String code = typed.text("sku");
        if (known != null && known.bundle()) {
            wrong.put("sku", known.code() + " is a bundle: offer its parts instead.");
        } else if (known == null && code.isEmpty()) {
            wrong.put("sku", "Write the SKU of the product.");
        } else if (known == null) {
            wrong.put(
                    "sku",
                    "There is no product " + code
                            + ": look for it under Products. Upper and lower case of a SKU count.");
        }
        return known;
    }

    private String code(String field, String missing) {
        String code = typed.text(field);
        if (code.isEmpty()) {
            wrong.put(field, missing);
        } else if (code.length() > LONGEST_CODE) {
            wrong.put(field, "Write up to " + LONGEST_CODE + " characters.");
        }
        return code;
    }

    /** In 10⁻⁶; -1 where it is none. */
    private long cost(String field, String missing) {
        String text = typed.text(field);
        if (text.isEmpty()) {
            wrong.put(field, missing);
            return -1;
        }
        if (!COST.matcher(text).matches()) {
            wrong.put(
                    field,
                    "\"" + text + "\" is no cost: write it as 12.50, 0 or more, without the currency and without"
                            + " separators of thousands.");
            return -1;
        }
        return Micros.parse(text.replace(',', '.'));
    }

    private String currency(@Nullable SupplierTerms supplier) {
        String text = typed.text("currency").toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return supplier == null ? "" : supplier.currency();
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(each -> each.getCurrencyCode().equals(text))) {
            wrong.put("currency", "\"" + text + "\" is no currency: write three letters, such as EUR.");
        }
        return text;
    }

    private List<PriceBreak> breaks(long cost, String currency) {
        TreeMap<Integer, Integer> lines = new TreeMap<>();
        Map<Integer, Long> costs = new HashMap<>();
        for (int i = 1; i <= PriceBreak.MOST; i++) {
            String from = typed.text("from-" + i);
            if (from.isEmpty() && typed.text("cost-" + i).isEmpty()) {
                continue;
            }
            long each = cost("cost-" + i, "Write what a unit costs from " + (from.isEmpty() ? "then" : from) + " on.");
            int quantity = COUNT.matcher(from).matches() ? Integer.parseInt(from) : 0;
            if (quantity < 2 || quantity > MOST_UNITS) {
                wrong.put("from-" + i, "Write from how many units on: 2 or more.");
            } else if (lines.putIfAbsent(quantity, i) != null) {
                wrong.put("from-" + i, "Two lines begin at " + quantity + ": keep one of them.");
            } else if (each >= 0) {
                costs.put(quantity, each);
            }
        }
        List<PriceBreak> breaks = new ArrayList<>();
        long before = cost;
        for (Map.Entry<Integer, Integer> line : lines.entrySet()) {
            Long each = costs.get(line.getKey());
            if (each == null) {
                continue;
            }
            if (before >= 0 && each >= before) {
                wrong.put(
                        "cost-" + line.getValue(),
                        "More units have to cost less each: write less than " + Micros.format(before) + " " + currency
                                + " from " + line.getKey() + " on, or empty the line.");
            }
            breaks.add(new PriceBreak(line.getKey(), each));
            before = each;
        }
        return breaks;
    }

    /** Null = from now. */
    private @Nullable Instant since() {
        String text = typed.text("since");
        LocalDate today = LocalDate.ofInstant(moments.now(), moments.zone());
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(today)) {
                wrong.put(
                        "since",
                        moments.day(day)
                                + " has passed: leave it empty for a cost that holds from now. What was ordered"
                                + " before keeps its cost.");
            }
            return day.isAfter(today) ? day.atStartOfDay(moments.zone()).toInstant() : null;
        } catch (DateTimeException none) {
            wrong.put("since", "Write a day such as 2026-03-31, or nothing.");
            return null;
        }
    }

    private int count(String field, int least, int most) {
        String text = typed.text(field);
        int count = COUNT.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (count < least || count > most) {
            wrong.put(field, String.format(Locale.ROOT, "Write a whole number, %d to %,d.", least, most));
        }
        return count;
    }

    private Set<String> countries() {
        Set<String> countries = Arrays.stream(
                        typed.text("countries").toUpperCase(Locale.ROOT).split("[\\s,;]+", -1))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        countries.stream()
                .filter(each -> !COUNTRIES.contains(each))
                .findFirst()
                .ifPresent(each -> wrong.put(
                        "countries", "\"" + each + "\" is no country: write codes of two letters, such as DE AT CH."));
        return countries;
    }

    /** The form's field a refusal of the act is about; empty = none of them. */
    static String field(@Nullable String refused) {
        String field = refused == null ? "" : refused.replaceFirst("^offers\\[0]\\.", "");
        return switch (field) {
            case "sku", "supplier", "supplierSku", "currency", "countries" -> field;
            case "shipFrom" -> "place";
            case "unitCost" -> "cost";
            case "priceBreaks" -> "cost-1";
            case "packSize" -> "pack";
            case "minimumQuantity" -> "least";
            case "leadTimeDays" -> "lead";
            default -> "";
        };
    }
}
