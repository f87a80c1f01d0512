package dev.baton.suppliers;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Money;
import dev.baton.platform.Problem;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.sql.Types;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agrees until when an order counts as of its day, who may carry, and the least an order is worth. */
@Component
public final class AgreeOrderTerms {

    private static final int MOST_CARRIERS = 50;
    private static final int LONGEST_CARRIER = 100;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final SupplierLookup lookup;
    private final Suppliers suppliers;
    private final Audit audit;

    AgreeOrderTerms(Tenancy tenancy, JdbcClient jdbc, SupplierLookup lookup, Suppliers suppliers, Audit audit) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.lookup = lookup;
        this.suppliers = suppliers;
        this.audit = audit;
    }

    /**
     * Keeps the whole of them, carriers as {@link OrderTerms#kept} keeps them; they count for what is written, answered
     * and shipped from now on. Opens or joins a transaction.
     *
     * @throws Problem {@link SupplierProblem#SUPPLIER_UNKNOWN}; {@link SupplierProblem#SUPPLIER_TERM_INVALID} with the
     *     field, when the cut-off is outside the supplier's working hours, a carrier is none or named twice, or the
     *     minimum is not above 0 in the supplier's currency
     */
    public void agree(MerchantId merchant, SupplierId supplier, OrderTerms wanted) {
        tenancy.run(merchant, () -> {
            SupplierTerms terms = lookup.terms(merchant, List.of(supplier)).get(supplier);
            if (terms == null) {
                throw new Problem(SupplierProblem.SUPPLIER_UNKNOWN, "No supplier has the id " + supplier.value() + ".");
            }
            OrderTerms kept = checked(wanted, terms);
            write(merchant, supplier, kept);
            suppliers.bumpRevision(merchant);
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "AgreeOrderTerms",
                            "supplier",
                            supplier.value(),
                            words(terms.orderTerms()),
                            words(kept),
                            null)));
        });
    }

    private static OrderTerms checked(OrderTerms wanted, SupplierTerms of) {
        LocalTime cutOff = wanted.cutOff();
        WorkingHours hours = of.hours();
        require(
                cutOff == null
                        || (cutOff.isAfter(hours.from())
                                && (hours.to().equals(LocalTime.MIDNIGHT) || !cutOff.isAfter(hours.to()))),
                "cutOff",
                "The cut-off lies in its working hours: after " + hours.from() + " and not after " + hours.to() + ".");
        require(
                wanted.carriers().size() <= MOST_CARRIERS,
                "carriers",
                "Name at most " + MOST_CARRIERS + " carriers; none = any.");
        Set<String> seen = new HashSet<>();
        List<String> carriers = wanted.carriers().stream().map(OrderTerms::kept).toList();
        for (String carrier : carriers) {
            require(
                    !carrier.isBlank() && carrier.length() <= LONGEST_CARRIER,
                    "carriers",
                    "Write each carrier's name, of at most " + LONGEST_CARRIER + " characters.");
            require(
                    seen.add(carrier.toLowerCase(Locale.ROOT)),
                    "carriers",
                    "The carrier " + carrier + " stands there twice.");
        }
        Money minimum = wanted.minimum();
        require(
                minimum == null || (minimum.minor() > 0 && minimum.currency().equals(of.currency())),
                "minimumOrder",
                "Give an amount above 0 in " + of.currency() + ", or none.");
        return new OrderTerms(cutOff, carriers, minimum);
    }

    private static void require(boolean good, String field, String advice) {
        if (!good) {
            throw new Problem(SupplierProblem.SUPPLIER_TERM_INVALID, advice, field);
        }
    }

    private void write(MerchantId merchant, SupplierId supplier, OrderTerms terms) {
        Money minimum = terms.minimum();
        jdbc.sql("""
                insert into supplier_order_terms (merchant_id, supplier_id, cut_off, carriers, minimum_minor,
                                                  minimum_currency)
                values (:merchant, :supplier, :cutOff, :carriers::text[], :minor, :currency)
                on conflict (merchant_id, supplier_id)
                do update set cut_off = excluded.cut_off, carriers = excluded.carriers,
                              minimum_minor = excluded.minimum_minor, minimum_currency = excluded.minimum_currency
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("cutOff", terms.cutOff(), Types.OTHER)
                .param("carriers", SqlArrays.texts(terms.carriers()))
                .param("minor", minimum == null ? null : minimum.minor(), Types.BIGINT)
                .param("currency", minimum == null ? null : minimum.currency(), Types.VARCHAR)
                .update();
    }

    private static String words(OrderTerms terms) {
        Money minimum = terms.minimum();
        String words = Stream.of(
                        terms.cutOff() == null ? "" : "cut-off " + terms.cutOff(),
                        terms.carriers().isEmpty() ? "" : "carriers " + String.join(" ", terms.carriers()),
                        minimum == null ? "" : "minimum " + minimum.toDecimal() + " " + minimum.currency())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "none" : words;
    }
}
