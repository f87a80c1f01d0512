package dev.baton.console;

import dev.baton.console.OrderViews.Option;
import dev.baton.console.SupplierViews.Form;
import dev.baton.merchants.MerchantSettings;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Money;
import dev.baton.platform.Problem;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.MailChannel;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.ShippingRate;
import dev.baton.suppliers.SupplierDefinition;
import dev.baton.suppliers.SupplierLanguage;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.suppliers.WorkingHours;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of a supplier: what it begins with, and what was typed as terms. What it does not ask stays as agreed. */
final class SupplierForm {

    private static final int ACK_HOURS = 4;
    private static final int MAX_FEED_AGE_SECONDS = 86_400;
    private static final int MAX_PARCEL_GRAMS = 30_000;
    private static final int LONGEST_CODE = 24;
    private static final List<String> FIELDS = List.of(
            "name",
            "mail",
            "cc",
            "country",
            "language",
            "zone",
            "currency",
            "from",
            "to",
            "ackHours",
            "netting",
            "packaging",
            "branding",
            "insert",
            "label",
            "special",
            "live",
            "days",
            "shipping",
            "rates",
            "methods",
            "holidays",
            "fee");

    private SupplierForm() {}

    /** An empty form with what most suppliers agree to. */
    static Form fresh(MerchantSettings settings) {
        Map<String, String> values = new HashMap<>();
        values.put("language", SupplierLanguage.DEFAULT);
        values.put("zone", settings.zone().getId());
        values.put("currency", settings.bookCurrency());
        values.put("from", "09:00");
        values.put("to", "17:00");
        values.put("ackHours", String.valueOf(ACK_HOURS));
        values.put("netting", Netting.UNKNOWN.name());
        values.put("shipping", "0");
        values.put("live", "yes");
        values.put(
                "days",
                Stream.of(DayOfWeek.values()).limit(5).map(DayOfWeek::name).collect(Collectors.joining("\n")));
        return form(SuppliersScreen.PATH, true, values, null);
    }

    /** The form with a supplier's terms as they stand. */
    static Form of(SupplierTerms terms) {
        Map<String, String> values = new HashMap<>();
        values.put("name", terms.name());
        values.put("mail", terms.mail() == null ? "" : terms.mail().address());
        values.put(
                "cc",
                terms.mail() == null || terms.mail().cc() == null
                        ? ""
                        : terms.mail().cc());
        values.put("country", terms.country());
        values.put("language", terms.language());
        values.put("zone", terms.zone().getId());
        values.put("currency", terms.currency());
        values.put("from", terms.hours().from().toString());
        values.put("to", terms.hours().to().toString());
        values.put("ackHours", String.valueOf(terms.ackHours()));
        values.put("netting", terms.netting().name());
        values.put("packaging", orEmpty(terms.instructions().packaging()));
        values.put("branding", orEmpty(terms.instructions().branding()));
        values.put("insert", orEmpty(terms.instructions().insert()));
        values.put("label", orEmpty(terms.instructions().label()));
        values.put("special", orEmpty(terms.instructions().special()));
        values.put("live", terms.live() ? "yes" : "");
        values.put("currency", terms.currency());
        values.put("rates", AgreedRows.rates(terms.rates(), terms.currency()));
        values.put("methods", AgreedRows.methods(terms.shipMethods()));
        values.put("holidays", AgreedRows.holidays(terms.hours().holidays()));
        values.put("fee", new Money(terms.dropshipFeeMinor(), terms.currency()).toDecimal());
        values.put("days", terms.hours().days().stream().map(DayOfWeek::name).collect(Collectors.joining("\n")));
        return form(SuppliersScreen.PATH + "/" + terms.id().value(), false, values, null);
    }

    /** The form as it was typed, with what is wrong in it. */
    static Form again(String action, boolean fresh, Typed typed, Problem refused) {
        Map<String, String> values = new HashMap<>();
        FIELDS.forEach(field -> values.put(field, typed.text(field)));
        return form(action, fresh, values, refused);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Form form(String action, boolean fresh, Map<String, String> values, @Nullable Problem refused) {
        Set<String> days = Set.of(values.getOrDefault("days", "").split("\n", -1));
        String field = refused == null ? null : refused.field();
        return new Form(
                action,
                fresh,
                values,
                Stream.of(DayOfWeek.values())
                        .map(day -> new Option(
                                day.name(),
                                day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                                days.contains(day.name())))
                        .toList(),
                languages(values.getOrDefault("language", "")),
                Stream.of(Netting.values())
                        .map(each ->
                                new Option(each.name(), said(each), each.name().equals(values.get("netting"))))
                        .toList(),
                field == null ? null : shown(field),
                refused == null ? null : refused.detail());
    }

    /** Every language there are words in, one of them chosen. */
    static List<Option> languages(String chosen) {
        return Stream.of(Locale.getISOLanguages())
                .filter(SupplierLanguage::isKnown)
                .map(code -> new Option(code, Locale.of(code).getDisplayLanguage(Locale.ENGLISH), code.equals(chosen)))
                .toList();
    }

    private static String said(Netting netting) {
        return switch (netting) {
            case NET -> "When it confirms an order";
            case GROSS -> "When it ships";
            case UNKNOWN -> "Nobody has said";
        };
    }

    /** What the act calls a field, as the form calls it. */
    private static String shown(String field) {
        return switch (field) {
            case "mail.address" -> "mail";
            case "mail.cc" -> "cc";
            case "instructions.packaging" -> "packaging";
            case "instructions.branding" -> "branding";
            case "instructions.insert" -> "insert";
            case "instructions.label" -> "label";
            case "instructions.special" -> "special";
            case "dropshipFee" -> "fee";
            default -> {
                String rows = field.startsWith("shippingRates") ? "rates" : field;
                yield rows.startsWith("shipMethods") ? "methods" : rows;
            }
        };
    }

    /**
     * What was typed, as the terms of a new supplier.
     *
     * @param taken codes there are already
     */
    static SupplierDefinition define(Typed typed, Set<String> taken) {
        String currency = typed.text("currency").toUpperCase(Locale.ROOT);
        return new SupplierDefinition(
                code(typed.text("name"), taken),
                typed.text("name"),
                currency,
                zone(typed),
                typed.text("country").toUpperCase(Locale.ROOT),
                hours(typed, AgreedRows.holidays(typed.text("holidays"))),
                number(typed, "ackHours"),
                netting(typed),
                0,
                0,
                Absence.KEEP,
                false,
                MAX_FEED_AGE_SECONDS,
                0,
                MAX_PARCEL_GRAMS,
                List.of(new ShippingRate(
                        ShippingRate.ANY_COUNTRY, MAX_PARCEL_GRAMS, price(typed, "shipping", currency))),
                AgreedRows.methods(typed.text("methods")),
                instructions(typed),
                null,
                mail(typed),
                typed.text("language"),
                typed.text("live").equals("yes"));
    }

    /** What was typed, in place of what was agreed; the rest stays. */
    static SupplierDefinition change(Typed typed, SupplierTerms terms) {
        return new SupplierDefinition(
                terms.code(),
                typed.text("name"),
                terms.currency(),
                zone(typed),
                typed.text("country").toUpperCase(Locale.ROOT),
                hours(
                        typed,
                        typed.has("holidays")
                                ? AgreedRows.holidays(typed.text("holidays"))
                                : terms.hours().holidays()),
                number(typed, "ackHours"),
                netting(typed),
                terms.bookingLagSeconds(),
                terms.graceSeconds(),
                terms.absence(),
                terms.silentDeltaConfirms(),
                terms.maxFeedAgeSeconds(),
                typed.has("fee") ? price(typed, "fee", terms.currency()) : terms.dropshipFeeMinor(),
                terms.maxParcelWeightGrams(),
                typed.has("rates") ? AgreedRows.rates(typed.text("rates"), terms.currency()) : terms.rates(),
                typed.has("methods") ? AgreedRows.methods(typed.text("methods")) : terms.shipMethods(),
                instructions(typed),
                terms.channel() == null
                        ? null
                        : new SupplierDefinition.Channel(terms.channel().url(), null),
                mail(typed),
                typed.text("language"),
                typed.text("live").equals("yes"));
    }

    private static String code(String name, Set<String> taken) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "-")
                .replaceAll("(^-+|-+$)", "");
        String wanted = bare.isEmpty() ? "SUPPLIER" : bare.substring(0, Math.min(LONGEST_CODE, bare.length()));
        String code = wanted;
        for (int i = 2; taken.contains(code); i++) {
            code = wanted + "-" + i;
        }
        return code;
    }

    private static ZoneId zone(Typed typed) {
        try {
            return ZoneId.of(typed.text("zone"));
        } catch (DateTimeException unknown) {
            throw invalid("zone", "Give a time zone such as Europe/Berlin.");
        }
    }

    private static WorkingHours hours(Typed typed, Set<LocalDate> holidays) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (typed.all("days").contains(day.name())) {
                days.add(day);
            }
        }
        if (days.isEmpty()) {
            throw invalid("days", "Tick at least one day of the week.");
        }
        try {
            return new WorkingHours(
                    days, LocalTime.parse(typed.text("from")), LocalTime.parse(typed.text("to")), holidays);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw invalid("to", "Write two times such as 09:00 and 17:00, the later one second.");
        }
    }

    private static int number(Typed typed, String field) {
        try {
            return Integer.parseInt(typed.text(field));
        } catch (NumberFormatException none) {
            throw invalid(field, "Give a whole number.");
        }
    }

    private static Netting netting(Typed typed) {
        return typed.word("netting", Netting.values()).orElse(Netting.UNKNOWN);
    }

    private static long price(Typed typed, String field, String currency) {
        try {
            Money.digits(currency);
        } catch (IllegalArgumentException unknown) {
            throw invalid("currency", "Give a currency such as EUR.");
        }
        try {
            return Money.parse(typed.text(field).replace(',', '.'), currency).minor();
        } catch (IllegalArgumentException | ArithmeticException none) {
            throw invalid(field, "Give an amount such as 4.90.");
        }
    }

    private static Instructions instructions(Typed typed) {
        return new Instructions(
                orNull(typed.text("packaging")),
                orNull(typed.text("branding")),
                orNull(typed.text("insert")),
                orNull(typed.text("label")),
                orNull(typed.text("special")));
    }

    private static @Nullable MailChannel mail(Typed typed) {
        return typed.text("mail").isEmpty() ? null : new MailChannel(typed.text("mail"), orNull(typed.text("cc")));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Problem invalid(String field, String advice) {
        return new Problem(CommonProblem.INVALID_FIELD, advice, field);
    }
}
