package dev.baton.console;

import dev.baton.console.OrderViews.Option;
import dev.baton.console.SupplierViews.TermsForm;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Money;
import dev.baton.platform.Problem;
import dev.baton.suppliers.OrderTerms;
import dev.baton.suppliers.ReturnTerms;
import dev.baton.suppliers.SupplierTerms;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The forms of what is agreed with a supplier about orders and returns: as they begin, and what was typed. */
final class SupplierTermsForms {

    private static final List<String> ORDER_FIELDS = List.of("cutOff", "carriers", "minimumOrder");
    private static final List<String> RETURN_FIELDS = List.of("days", "paidBy", "restockingPercent", "address", "note");

    private SupplierTermsForms() {}

    static TermsForm orders(SupplierTerms terms) {
        OrderTerms agreed = terms.orderTerms();
        Money minimum = agreed.minimum();
        return new TermsForm(
                Map.of(
                        "cutOff", agreed.cutOff() == null ? "" : agreed.cutOff().toString(),
                        "carriers", String.join("\n", agreed.carrierNames()),
                        "minimumOrder", minimum == null ? "" : minimum.toDecimal()),
                List.of(),
                null,
                null);
    }

    static TermsForm returns(@Nullable ReturnTerms agreed) {
        return agreed == null
                ? new TermsForm(Map.of(), payers(ReturnTerms.Payer.CUSTOMER.name()), null, null)
                : new TermsForm(
                        Map.of(
                                "days",
                                String.valueOf(agreed.days()),
                                "restockingPercent",
                                percent(agreed.restockingBps()),
                                "address",
                                orEmpty(agreed.address()),
                                "note",
                                orEmpty(agreed.note())),
                        payers(agreed.paidBy().name()),
                        null,
                        null);
    }

    static String percent(int bps) {
        return BigDecimal.valueOf(bps, 2).stripTrailingZeros().toPlainString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<Option> payers(String chosen) {
        return Stream.of(ReturnTerms.Payer.values())
                .map(each -> new Option(each.name(), said(each), each.name().equals(chosen)))
                .toList();
    }

    static String said(ReturnTerms.Payer payer) {
        return switch (payer) {
            case CUSTOMER -> "The customer";
            case MERCHANT -> "We";
            case SUPPLIER -> "The supplier";
        };
    }

    /** The form as it was typed, with what is wrong in it. */
    static TermsForm ordersAgain(Typed typed, Problem refused) {
        return again(ORDER_FIELDS, typed, refused);
    }

    /** The form as it was typed, with what is wrong in it. */
    static TermsForm returnsAgain(Typed typed, Problem refused) {
        return again(RETURN_FIELDS, typed, refused);
    }

    private static TermsForm again(List<String> fields, Typed typed, Problem refused) {
        Map<String, String> values = new HashMap<>();
        fields.forEach(field -> values.put(field, typed.text(field)));
        return new TermsForm(values, payers(typed.text("paidBy")), refused.field(), refused.detail());
    }

    /** @throws Problem INVALID_FIELD with the field */
    static OrderTerms orders(Typed typed, String currency) {
        return new OrderTerms(
                time(typed.text("cutOff")),
                Stream.of(typed.text("carriers").split("[\n,;]", -1))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList(),
                minimum(typed.text("minimumOrder"), currency));
    }

    private static @Nullable LocalTime time(String typed) {
        try {
            return typed.isEmpty() ? null : LocalTime.parse(typed);
        } catch (DateTimeException unreadable) {
            throw wrong("cutOff", "Write the time as 14:00, by the supplier's clock, or leave it empty.");
        }
    }

    private static @Nullable Money minimum(String typed, String currency) {
        try {
            return typed.isEmpty() ? null : Money.parse(typed.replace(',', '.'), currency);
        } catch (IllegalArgumentException | ArithmeticException none) {
            throw wrong(
                    "minimumOrder",
                    "\"" + typed + "\" is no amount in " + currency + "; write 50.00, or leave it empty.");
        }
    }

    /** @throws Problem INVALID_FIELD with the field */
    static ReturnTerms returns(Typed typed) {
        return new ReturnTerms(
                days(typed.text("days")),
                typed.word("paidBy", ReturnTerms.Payer.values())
                        .orElseThrow(() -> wrong("paidBy", "Choose who pays for the way back.")),
                bps(typed.text("restockingPercent")),
                orNull(typed.text("address")),
                orNull(typed.text("note")));
    }

    private static int days(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException none) {
            throw wrong("days", "Give the days as a whole number such as 30; 0 = it takes nothing back.");
        }
    }

    private static int bps(String typed) {
        try {
            return typed.isEmpty()
                    ? 0
                    : new BigDecimal(typed.replace(',', '.')).movePointRight(2).intValueExact();
        } catch (ArithmeticException | NumberFormatException none) {
            throw wrong("restockingPercent", "Give a share such as 15 or 12.5, or leave it empty.");
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Problem wrong(String field, String advice) {
        return new Problem(CommonProblem.INVALID_FIELD, advice, field);
    }
}
