package dev.baton.suppliers;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * A supplier says when it is away. Its deadlines skip those days and no reminder goes out in them; a person is told, and
 * customers whose goods leave later because of it are mailed.
 */
@Component
public final class DeclareClosure {

    private static final int LONGEST_DAYS = 366;
    private static final int FURTHEST_DAYS = 730;
    private static final int LONGEST_NOTE = 500;

    private final Tenancy tenancy;
    private final SupplierLookup lookup;
    private final Suppliers suppliers;
    private final Closures closures;
    private final Tasks tasks;
    private final Audit audit;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Clock clock;

    DeclareClosure(
            Tenancy tenancy,
            SupplierLookup lookup,
            Suppliers suppliers,
            Closures closures,
            Tasks tasks,
            Audit audit,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        this.tenancy = tenancy;
        this.lookup = lookup;
        this.suppliers = suppliers;
        this.closures = closures;
        this.tasks = tasks;
        this.audit = audit;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /** Days away, both included; {@code note} null = no words. */
    public record Absence(
            LocalDate from, LocalDate until, @Nullable String note) {}

    /**
     * Declares the closure; the same days again change nothing but the note. Opens or joins a transaction.
     *
     * @throws Problem {@link SupplierProblem#SUPPLIER_UNKNOWN}; {@link SupplierProblem#SUPPLIER_TERM_INVALID} when
     *     the days are past, the wrong way round, or too many
     */
    public Closure declare(MerchantId merchant, SupplierId supplier, Absence away) {
        return tenancy.inTransaction(merchant, () -> {
            SupplierTerms terms = terms(merchant, supplier);
            check(away, LocalDate.ofInstant(clock.instant(), terms.zone()));
            String note = away.note() == null || away.note().isBlank()
                    ? null
                    : away.note().strip();
            Closure wanted = new Closure(ids.next(), away.from(), away.until(), note);
            UUID id = closures.save(merchant, supplier, wanted, clock.instant());
            suppliers.bumpRevision(merchant);
            tasks.open(merchant, task(terms, away));
            audit(merchant, supplier, null, away.from() + " to " + away.until());
            Closure declared = new Closure(id, wanted.from(), wanted.until(), wanted.note());
            news.publishEvent(new ClosureDeclared(merchant, supplier, declared));
            return declared;
        });
    }

    /**
     * Takes a closure back: deadlines set from now on count its days again. Opens or joins a transaction.
     *
     * @throws Problem {@link SupplierProblem#CLOSURE_UNKNOWN}
     */
    public void withdraw(MerchantId merchant, SupplierId supplier, UUID closure) {
        tenancy.run(merchant, () -> {
            if (!closures.remove(merchant, supplier, closure)) {
                throw new Problem(
                        SupplierProblem.CLOSURE_UNKNOWN, "There is no closure of that id; read your closures again.");
            }
            suppliers.bumpRevision(merchant);
            audit(merchant, supplier, "CLOSED", "closure " + closure + " taken back");
            news.publishEvent(new SupplierDaysChanged(merchant, supplier));
        });
    }

    private SupplierTerms terms(MerchantId merchant, SupplierId supplier) {
        SupplierTerms terms = lookup.terms(merchant, List.of(supplier)).get(supplier);
        if (terms == null) {
            throw new Problem(SupplierProblem.SUPPLIER_UNKNOWN, "No supplier has the id " + supplier.value() + ".");
        }
        return terms;
    }

    private static void check(Absence away, LocalDate today) {
        require(!away.until().isBefore(away.from()), "until", "The last day is before the first: change one of them.");
        require(!away.until().isBefore(today), "until", "These days are over: name days from today on.");
        require(
                away.from().plusDays(LONGEST_DAYS).isAfter(away.until()),
                "until",
                "A closure has at most " + LONGEST_DAYS + " days.");
        require(
                away.from().isBefore(today.plusDays(FURTHEST_DAYS)),
                "from",
                "Name days within the next " + FURTHEST_DAYS + " days.");
        require(
                away.note() == null || away.note().length() <= LONGEST_NOTE,
                "note",
                "Say it in at most " + LONGEST_NOTE + " characters.");
    }

    private static void require(boolean good, String field, String otherwise) {
        if (!good) {
            throw new Problem(SupplierProblem.SUPPLIER_TERM_INVALID, otherwise, field);
        }
    }

    private static NewTask task(SupplierTerms terms, Absence away) {
        return new NewTask(
                "suppliers.closed",
                "supplier",
                terms.id().value(),
                terms.name() + " is closed from " + away.from() + " to " + away.until(),
                "Its deadlines skip these days and nobody reminds it. If nothing is done new orders go as you said for days away. "
                        + "Customers whose goods leave later because of it are mailed the new date, where Baton mails them. Pause the supplier if others shall ship meanwhile.");
    }

    private void audit(MerchantId merchant, SupplierId supplier, @Nullable String from, String why) {
        audit.record(
                merchant,
                List.of(new AuditEntry(
                        "DeclareClosure",
                        "supplier",
                        supplier.value(),
                        from,
                        from == null ? "CLOSED" : "DEFINED",
                        why)));
    }
}
