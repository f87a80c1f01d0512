package dev.baton.trading;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.http.OutboundHttp;
import dev.baton.platform.http.OutboundRequest;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.WorkHandler;
import dev.baton.suppliers.ChannelSecrets;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.MailChannel;
import dev.baton.suppliers.RestChannel;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.WriteTestOrder.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends a supplier a test order by the channel its purchase orders take: marked TEST, without a purchase order behind
 * it, once. Whoever asked sees what came of it and presses again; nothing is repeated by itself.
 */
@Component
public class SendTestOrder implements WorkHandler {

    static final String KIND = "trading.test-order";

    private static final Duration LEASE = MailRelay.TIMEOUT.multipliedBy(2).plusSeconds(30);
    private static final MailAddress NOBODY =
            MailAddress.read("orders@shop.example").orElseThrow();

    private final TestOrderRows rows;
    private final WriteTestOrder writing;
    private final SupplierLookup suppliers;
    private final Roads roads;
    private final TradingDesk desk;

    SendTestOrder(TestOrderRows rows, WriteTestOrder writing, SupplierLookup suppliers, Roads roads, TradingDesk desk) {
        this.rows = rows;
        this.writing = writing;
        this.suppliers = suppliers;
        this.roads = roads;
        this.desk = desk;
    }

    /** The ways out. */
    @Component
    record Roads(OutboundHttp http, MailRelay relay, ChannelSecrets secrets) {}

    /**
     * What is ready to leave.
     *
     * @param difference why it must not; empty = it says what was meant
     */
    private record Ready(
            byte[] bytes,
            Optional<String> difference,
            @Nullable RestChannel channel,
            @Nullable String secret,
            @Nullable MailChannel mail) {}

    /**
     * Sends one; opens or joins a transaction.
     *
     * @throws Problem NOT_FOUND for a supplier that is not there; CONFLICT when it has no channel, or mail cannot leave
     */
    public void begin(MerchantId merchant, SupplierId supplier) {
        desk.tenancy().run(merchant, () -> {
            SupplierTerms terms = known(merchant, supplier);
            if (terms.channel() == null && terms.mail() == null) {
                throw new Problem(
                        CommonProblem.CONFLICT, "The supplier has neither a mail address nor an endpoint yet.");
            }
            if (terms.isMailed() && !roads.relay().isSetUp()) {
                throw new Problem(
                        CommonProblem.CONFLICT, "No mail relay is set up: start Baton with --smtp-url first.");
            }
            UUID id = desk.ids().next();
            Instant now = desk.clock().instant();
            rows.insert(merchant, id, supplier, now);
            desk.work().add(merchant, List.of(new NewWork("supplier:" + supplier.value(), KIND, id, now, true)));
        });
    }

    /** The last one to the supplier; empty when there was none. Needs an open transaction. */
    public Optional<TestOrder> last(MerchantId merchant, SupplierId supplier) {
        return rows.last(merchant, supplier);
    }

    /**
     * What the supplier would see on its phone, as HTML. Opens or joins a transaction.
     *
     * @throws Problem NOT_FOUND for a supplier that is not there
     */
    public String preview(MerchantId merchant, SupplierId supplier) {
        return preview(merchant, supplier, SupplierTerms::instructions);
    }

    /** As above, told other words than the supplier's own. */
    public String preview(
            MerchantId merchant, SupplierId supplier, Function<SupplierTerms, Instructions> instructions) {
        return desk.tenancy().inTransaction(merchant, () -> {
            SupplierTerms terms = known(merchant, supplier);
            return writing.html(
                    merchant,
                    desk.ids().next(),
                    terms,
                    instructions.apply(terms),
                    roads.relay().from().orElse(NOBODY),
                    desk.clock().instant());
        });
    }

    private SupplierTerms known(MerchantId merchant, SupplierId supplier) {
        SupplierTerms terms = suppliers.terms(merchant, List.of(supplier)).get(supplier);
        if (terms == null) {
            throw new Problem(CommonProblem.NOT_FOUND, "There is no such supplier.");
        }
        return terms;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Effect effect() {
        return Effect.ONCE;
    }

    @Override
    public int batchLimit() {
        return 1;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork item : batch) {
            Optional<Ready> ready = desk.tenancy().inTransaction(merchant, () -> begun(merchant, item.subject()));
            if (ready.isEmpty()) {
                desk.tenancy().run(merchant, () -> desk.work().finish(merchant, List.of(item)));
                continue;
            }
            ReplyVerdict verdict = send(item.subject(), ready.get());
            boolean taken =
                    verdict.outcome() == AttemptOutcome.DELIVERED || verdict.outcome() == AttemptOutcome.ALREADY_THERE;
            desk.tenancy().run(merchant, () -> {
                rows.end(
                        merchant,
                        item.subject(),
                        taken ? TestOrder.State.SENT : TestOrder.State.FAILED,
                        verdict.note(),
                        desk.clock().instant());
                desk.work().finish(merchant, List.of(item));
            });
        }
    }

    /** Written down as gone before it goes: a node that dies in between leaves a test that a person sends again. */
    private Optional<Ready> begun(MerchantId merchant, UUID id) {
        Optional<Ready> ready = rows.waiting(merchant, id)
                .map(supplier -> suppliers.terms(merchant, List.of(supplier)).get(supplier))
                .flatMap(terms -> ready(merchant, id, terms));
        String note = ready.map(written -> written.difference().orElse("nobody knows whether it left"))
                .orElse("the supplier has no channel any more");
        rows.end(merchant, id, TestOrder.State.FAILED, note, desk.clock().instant());
        return ready.filter(written -> written.difference().isEmpty());
    }

    private Optional<Ready> ready(MerchantId merchant, UUID id, SupplierTerms terms) {
        Instant now = desk.clock().instant();
        MailChannel mail = terms.mail();
        if (terms.channel() != null) {
            Written written = writing.document(merchant, id, terms, now);
            return Optional.of(new Ready(
                    written.bytes(),
                    written.difference(),
                    terms.channel(),
                    roads.secrets().signingSecret(merchant, terms.id()),
                    null));
        }
        return mail == null
                ? Optional.empty()
                : roads.relay().from().map(own -> {
                    Written written = writing.mail(merchant, id, terms, mail, own, now);
                    return new Ready(written.bytes(), written.difference(), null, null, mail);
                });
    }

    private ReplyVerdict send(UUID id, Ready ready) {
        RestChannel channel = ready.channel();
        if (channel == null) {
            MailChannel mail = Objects.requireNonNull(ready.mail());
            return ReplyVerdict.of(
                    roads.relay().send(ready.bytes(), Envelope.address(mail.address()), Envelope.cc(mail)));
        }
        Instant now = desk.clock().instant();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("webhook-id", "test_" + id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put(
                "webhook-signature",
                WebhookSignature.of(Objects.requireNonNull(ready.secret()), "test_" + id, now, ready.bytes()));
        headers.put("idempotency-key", "test_" + id);
        return ReplyVerdict.of(
                roads.http()
                        .send(new OutboundRequest("POST", channel.url(), headers, ready.bytes(), Endpoints.TIMEOUT)),
                "test_" + id);
    }
}
