package dev.baton.channels;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.documents.Documents;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Takes an order posted to the API: the idempotency key is the key of the inbox row, so the same order posted twice,
 * even at once, has one effect and one answer.
 */
@Component
public final class ReceiveOrders {

    private static final String TOPIC = "api/orders";
    private static final int LONGEST_KEY = 200;
    private static final Duration COMMIT_LIMIT = Duration.ofSeconds(20);

    private final Inbox inbox;
    private final IntakeWaiters waiters;
    private final IntakeLookup lookup;
    private final Documents documents;
    private final MerchantLookup merchants;
    private final Desk desk;

    ReceiveOrders(
            Inbox inbox,
            IntakeWaiters waiters,
            IntakeLookup lookup,
            Documents documents,
            MerchantLookup merchants,
            Desk desk) {
        this.inbox = inbox;
        this.waiters = waiters;
        this.lookup = lookup;
        this.documents = documents;
        this.merchants = merchants;
        this.desk = desk;
    }

    /**
     * An order that is kept.
     *
     * @param intake where it can be followed
     * @param repeated whether the same key brought the same body before
     * @param settled completes when it has been read; never fails
     */
    public record Received(MerchantId merchant, UUID intake, boolean repeated, CompletableFuture<Void> settled) {}

    /**
     * Keeps the order that names its store by the field {@code store}; returns after commit.
     *
     * @throws Problem MALFORMED or INVALID_FIELD naming the field, before anything is kept; IDEMPOTENCY_KEY_REUSED
     *     when the key came with another body; UNAVAILABLE when the database cannot be reached
     */
    public Received receive(MerchantId merchant, String idempotencyKey, byte[] body) {
        String code = ApiOrder.storeCode(body);
        StoreId store = desk.tenancy()
                .inTransaction(
                        merchant,
                        () -> merchants
                                .storeByCode(merchant, code)
                                .map(Store::id)
                                .orElseThrow(() -> new Problem(
                                        CommonProblem.INVALID_FIELD,
                                        "store names no store of yours; define it by PUT /api/v1/stores/{code} first.",
                                        "store")));
        return receive(merchant, store, idempotencyKey, body);
    }

    /** As {@link #receive(MerchantId, String, byte[])}, for a caller who knows the store. */
    public Received receive(MerchantId merchant, StoreId store, String idempotencyKey, byte[] body) {
        checkKey(idempotencyKey);
        ApiOrder.check(body, store, desk.clock().instant());
        Delivery delivery = new Delivery(
                merchant,
                store,
                Transport.API,
                TOPIC,
                idempotencyKey,
                null,
                desk.clock().instant(),
                "{}",
                "v1",
                body);
        Arrived arrived = inbox.arrived(delivery);
        CompletableFuture<Void> settled = waiters.expect(arrived.intake());
        return switch (committed(arrived)) {
            case Receipt.Kept kept -> new Received(merchant, kept.intake(), false, settled);
            case Receipt.Repeated repeated -> {
                waiters.giveUp(arrived.intake());
                yield repeated(merchant, repeated.intake(), body);
            }
            case Receipt.Outdated ignored -> throw new IllegalStateException("no signature was checked");
        };
    }

    /** Waits for the end, at most so long; answers the intake as it stands then. */
    public IntakeView await(Received received, Duration atMost) {
        try {
            received.settled().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillReading) {
            waiters.giveUp(received.intake());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        return view(received.merchant(), received.intake());
    }

    private static void checkKey(String key) {
        boolean usable = !key.isBlank()
                && key.length() <= LONGEST_KEY
                && key.chars().allMatch(character -> character > ' ' && character < 127);
        if (!usable) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD,
                    "Idempotency-Key must have 1 to " + LONGEST_KEY
                            + " visible ASCII characters; send a new one with each order.",
                    "Idempotency-Key");
        }
    }

    private Receipt committed(Arrived arrived) {
        try {
            return inbox.receive(arrived).get(COMMIT_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InboxFull | TimeoutException busy) {
            throw unavailable(arrived);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unavailable(arrived);
        } catch (ExecutionException | CompletionException failed) {
            waiters.giveUp(arrived.intake());
            if (failed.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw unavailable(arrived);
        }
    }

    private Problem unavailable(Arrived arrived) {
        waiters.giveUp(arrived.intake());
        return new Problem(
                CommonProblem.UNAVAILABLE, "The order could not be kept; send it again with the same Idempotency-Key.");
    }

    private Received repeated(MerchantId merchant, UUID intake, byte[] body) {
        CompletableFuture<Void> settled = waiters.expect(intake);
        boolean isSame = desk.tenancy().inTransaction(merchant, () -> {
            IntakeView first = view(merchant, intake);
            if (first.state() != IntakeState.RECEIVED) {
                waiters.settled(intake);
            }
            return MessageDigest.isEqual(
                    documents.read(merchant, first.document()).sha256(), sha256(body));
        });
        if (!isSame) {
            waiters.giveUp(intake);
            throw new Problem(
                    CommonProblem.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key came with another body before; send the changed order with a new key.",
                    "Idempotency-Key");
        }
        return new Received(merchant, intake, true, settled);
    }

    private IntakeView view(MerchantId merchant, UUID intake) {
        return desk.tenancy()
                .inTransaction(merchant, () -> lookup.find(merchant, intake))
                .orElseThrow(() -> new IllegalStateException("a kept intake is gone: " + intake));
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
