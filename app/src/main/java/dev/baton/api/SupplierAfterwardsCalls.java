package dev.baton.api;

import dev.baton.orders.RejectReason;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.AcknowledgementOutcome;
import dev.baton.purchasing.GiveUpRest;
import dev.baton.purchasing.GiveUpRest.Rest;
import dev.baton.purchasing.SupplierMessage;
import dev.baton.purchasing.TakeBackAnswer;
import dev.baton.purchasing.TakeBackAnswer.TakenBack;
import dev.baton.purchasing.TellMerchant;
import dev.baton.suppliers.Closure;
import dev.baton.suppliers.DeclareClosure;
import dev.baton.suppliers.DeclareClosure.Absence;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a supplier says with its own key besides answering: the rest, an answer taken back, a message, days away. */
@RestController
@RequestMapping("/api/v1/supplier")
@Tag(name = "For suppliers")
class SupplierAfterwardsCalls {

    private final Tenancy tenancy;
    private final GiveUpRest giveUpRest;
    private final TakeBackAnswer takeBackAnswer;
    private final TellMerchant tellMerchant;
    private final DeclareClosure declareClosure;
    private final SupplierLookup suppliers;

    SupplierAfterwardsCalls(
            Tenancy tenancy,
            GiveUpRest giveUpRest,
            TakeBackAnswer takeBackAnswer,
            TellMerchant tellMerchant,
            DeclareClosure declareClosure,
            SupplierLookup suppliers) {
        this.tenancy = tenancy;
        this.giveUpRest = giveUpRest;
        this.takeBackAnswer = takeBackAnswer;
        this.tellMerchant = tellMerchant;
        this.declareClosure = declareClosure;
        this.suppliers = suppliers;
    }

    /** {@code reference} is the supplier's own, unique among its answers; {@code text} in its own words. */
    record NotComing(
            String reference,
            List<Integer> lines,
            RejectReason reason,
            @Nullable String text) {}

    /** Where the purchase order stands afterwards, and how many units of each line are given up. */
    record GivenUp(String number, String reference, String state, boolean replayed, List<GivenUpLine> lines) {}

    record GivenUpLine(int line, int quantity) {}

    /** {@code reopened} units are unanswered again; {@code gone} ones were rejected and stay with somebody else. */
    record Undone(String number, String state, int reopened, int gone) {}

    record Words(String text) {}

    record Written(UUID id, Instant writtenAt) {}

    /** Days away, both included. */
    record Days(LocalDate from, LocalDate until, @Nullable String note) {}

    record Closed(
            UUID id,
            LocalDate from,
            LocalDate until,
            @Nullable String note) {}

    record Closures(List<Closed> items) {}

    @Operation(
            summary = "Say that the rest is not coming",
            description = "Every unit of these lines that has not left is rejected, accepted ones included. The same"
                    + " reference again is answered alike.")
    @Needs(Scope.SUPPLIER)
    @PostMapping("/purchase-orders/{number}/rest-not-coming")
    GivenUp giveUp(Caller caller, @PathVariable String number, @RequestBody NotComing body) {
        AcknowledgementOutcome outcome = giveUpRest.giveUp(
                caller.merchant(),
                caller.supplier(),
                number,
                new Rest(body.reference(), body.lines(), body.reason(), body.text()));
        return new GivenUp(
                number,
                outcome.reference(),
                Lists.word(outcome.status()),
                outcome.replayed(),
                outcome.lines().stream()
                        .map(line -> new GivenUpLine(line.line(), line.applied()))
                        .toList());
    }

    @Operation(
            summary = "Take an answer back",
            description = "Until something has left: accepted and backordered units are unanswered again. Rejected"
                    + " ones are with another supplier already and stay so; the merchant is told.")
    @Needs(Scope.SUPPLIER)
    @PostMapping("/purchase-orders/{number}/answer-undo")
    Undone undo(Caller caller, @PathVariable String number) {
        TakenBack outcome = takeBackAnswer.takeBack(caller.merchant(), caller.supplier(), number);
        return new Undone(number, Lists.word(outcome.status()), outcome.reopened(), outcome.gone());
    }

    @Operation(summary = "Write to the merchant about a purchase order")
    @Needs(Scope.SUPPLIER)
    @PostMapping("/purchase-orders/{number}/messages")
    Written tell(Caller caller, @PathVariable String number, @RequestBody Words body) {
        SupplierMessage message = tellMerchant.tell(caller.merchant(), caller.supplier(), number, body.text());
        return new Written(message.id(), message.writtenAt());
    }

    @Operation(
            summary = "Declare days away",
            description = "Deadlines skip them and nobody reminds you. The same days again only change the note.")
    @Needs(Scope.SUPPLIER)
    @PostMapping("/closures")
    Closed close(Caller caller, @RequestBody Days body) {
        return body(declareClosure.declare(
                caller.merchant(), caller.supplier(), new Absence(body.from(), body.until(), body.note())));
    }

    @Operation(summary = "List your days away, the next first")
    @Needs(Scope.SUPPLIER)
    @GetMapping("/closures")
    Closures closures(Caller caller) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            SupplierTerms terms = suppliers
                    .terms(caller.merchant(), List.of(caller.supplier()))
                    .get(caller.supplier());
            return new Closures(
                    terms == null
                            ? List.of()
                            : terms.hours().closures().stream()
                                    .sorted(Comparator.comparing(Closure::from))
                                    .map(SupplierAfterwardsCalls::body)
                                    .toList());
        });
    }

    @Operation(summary = "Take days away back")
    @Needs(Scope.SUPPLIER)
    @DeleteMapping("/closures/{id}")
    Closures open(Caller caller, @PathVariable UUID id) {
        declareClosure.withdraw(caller.merchant(), caller.supplier(), id);
        return closures(caller);
    }

    private static Closed body(Closure closure) {
        return new Closed(closure.id(), closure.from(), closure.until(), closure.note());
    }
}
