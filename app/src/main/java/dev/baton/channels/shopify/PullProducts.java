package dev.baton.channels.shopify;

import dev.baton.channels.CataloguePull;
import dev.baton.channels.CataloguePulls;
import dev.baton.channels.Desk;
import dev.baton.channels.Fields;
import dev.baton.channels.PullCatalogue;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreConnections;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.WorkHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Carries a pull of a store's products on by one step: has Shopify write all products into a file, waits for it, and
 * reads it. Asking for the file twice changes nothing in the store. Source: shopify.dev, "Perform bulk operations
 * with the GraphQL Admin API".
 */
@Component
class PullProducts implements WorkHandler {

    static final Duration LEASE = Duration.ofMinutes(10);

    /** Attempts that failed before a person is told; by the usual backoff some hours. */
    private static final int MOST_ATTEMPTS = 10;

    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    /** Another operation of the app runs in the store. */
    private static final Duration OCCUPIED_WAIT = Duration.ofSeconds(60);

    private final CataloguePulls pulls;
    private final StoreConnections connections;
    private final AdminApi api;
    private final ReadBulkFile readFile;
    private final EndPull end;
    private final Desk desk;

    PullProducts(
            CataloguePulls pulls,
            StoreConnections connections,
            AdminApi api,
            ReadBulkFile readFile,
            EndPull end,
            Desk desk) {
        this.pulls = pulls;
        this.connections = connections;
        this.api = api;
        this.readFile = readFile;
        this.end = end;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return PullCatalogue.KIND;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return 1;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    /** Orders of the store do not wait for its products. */
    @Override
    public String lane(LeasedWork leased) {
        return "catalogue:" + leased.queue();
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork leased : batch) {
            Optional<CataloguePull> pull =
                    desk.tenancy().inTransaction(merchant, () -> pulls.find(merchant, leased.subject()));
            if (pull.isEmpty() || pull.get().endedAt() != null) {
                desk.tenancy().run(merchant, () -> desk.work().finish(merchant, List.of(leased)));
                continue;
            }
            Optional<StoreConnection> connection =
                    connections.current(merchant, pull.get().store());
            if (connection.isEmpty() || !connection.get().canCall()) {
                end.failed(merchant, leased, pull.get(), "Baton has no access to the API of the store any more");
                continue;
            }
            step(connection.get(), leased, pull.get());
        }
    }

    private void step(StoreConnection connection, LeasedWork leased, CataloguePull pull) {
        switch (pull.state()) {
            case PLANNED -> ask(connection, leased, pull);
            case RUNNING -> look(connection, leased, pull);
            case READING -> readFile.read(connection, leased, pull);
            case SWEEPING -> end.sweep(connection.merchant(), leased, pull);
            case DONE, FAILED -> throw new IllegalStateException("the pull has ended");
        }
    }

    private void ask(StoreConnection connection, LeasedWork leased, CataloguePull pull) {
        Instant askedAt = desk.clock().instant();
        ApiAnswer answer = api.ask(connection, Query.BULK_RUN, Map.of("query", Query.BULK_PRODUCTS.text()));
        if (!(answer instanceof ApiAnswer.Told told)) {
            notTold(connection, leased, pull, answer);
            return;
        }
        Fields run = field(told, "bulkOperationRunQuery");
        List<Fields> errors = run == null ? List.of() : run.list("userErrors");
        Fields operation = run == null ? null : run.object("bulkOperation");
        if (!errors.isEmpty()) {
            refused(connection, leased, pull, errors.getFirst());
        } else if (operation == null) {
            failed(connection, leased, pull, "the store did not say what it began");
        } else {
            String id = operation.requiredText("id");
            Crash.at("channels.pull-asked");
            desk.tenancy().run(connection.merchant(), () -> {
                pulls.running(connection.merchant(), pull.id(), id, askedAt);
                again(connection, leased, FIRST_LOOK, "the store writes its products into a file");
            });
        }
    }

    private void refused(StoreConnection connection, LeasedWork leased, CataloguePull pull, Fields error) {
        String message = error.text("message");
        if ("OPERATION_IN_PROGRESS".equals(error.text("code"))
                || "LIMIT_REACHED".equals(error.text("code"))
                || (message != null && message.contains("already in progress"))) {
            desk.tenancy()
                    .run(
                            connection.merchant(),
                            () -> again(connection, leased, OCCUPIED_WAIT, "the store is busy with another operation"));
            return;
        }
        failed(connection, leased, pull, "the store refused to write its products into a file: " + message);
    }

    private void look(StoreConnection connection, LeasedWork leased, CataloguePull pull) {
        ApiAnswer answer = api.ask(connection, Query.BULK_STATE, Map.of("id", String.valueOf(pull.operationId())));
        if (!(answer instanceof ApiAnswer.Told told)) {
            notTold(connection, leased, pull, answer);
            return;
        }
        Fields operation = field(told, "node");
        String status = operation == null ? null : operation.text("status");
        if (operation == null || status == null) {
            askAnew(connection, leased, pull, "the store does not know the operation any more");
            return;
        }
        switch (status) {
            case "COMPLETED" ->
                desk.tenancy().run(connection.merchant(), () -> {
                    pulls.written(connection.merchant(), pull.id(), operation.text("url"));
                    again(connection, leased, Duration.ZERO, "the file is there");
                });
            case "CREATED", "RUNNING", "CANCELING" ->
                desk.tenancy()
                        .run(
                                connection.merchant(),
                                () -> again(
                                        connection, leased, wait(pull), "the store writes its products into a file"));
            default ->
                askAnew(
                        connection,
                        leased,
                        pull,
                        "the store's operation ended as " + status + ", " + operation.text("errorCode"));
        }
    }

    /** A quarter of the time it has taken so far. */
    private Duration wait(CataloguePull pull) {
        Instant asked = pull.askedAt() == null ? pull.begunAt() : pull.askedAt();
        Duration quarter = Duration.between(asked, desk.clock().instant()).dividedBy(4);
        Duration atLeast = quarter.compareTo(FIRST_LOOK) < 0 ? FIRST_LOOK : quarter;
        return atLeast.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : atLeast;
    }

    private void askAnew(StoreConnection connection, LeasedWork leased, CataloguePull pull, String why) {
        if (leased.attempts() >= MOST_ATTEMPTS) {
            end.failed(connection.merchant(), leased, pull, why);
            return;
        }
        end.askAnew(connection.merchant(), leased, pull, why);
    }

    private void failed(StoreConnection connection, LeasedWork leased, CataloguePull pull, String why) {
        if (leased.attempts() >= MOST_ATTEMPTS) {
            end.failed(connection.merchant(), leased, pull, why);
        } else {
            end.tryAgain(connection.merchant(), leased, why);
        }
    }

    private void notTold(StoreConnection connection, LeasedWork leased, CataloguePull pull, ApiAnswer answer) {
        switch (answer) {
            case ApiAnswer.Told ignored -> throw new IllegalStateException("it was told");
            case ApiAnswer.Throttled throttled ->
                desk.tenancy()
                        .run(
                                connection.merchant(),
                                () -> again(connection, leased, throttled.pause(), "the store asks us to slow down"));
            case ApiAnswer.Denied denied -> end.failed(connection.merchant(), leased, pull, denied.why());
            case ApiAnswer.NotDone later -> failed(connection, leased, pull, later.why());
            case ApiAnswer.Unknown unknown -> failed(connection, leased, pull, unknown.why());
            case ApiAnswer.Refused refused -> end.failed(connection.merchant(), leased, pull, refused.why());
        }
    }

    private void again(StoreConnection connection, LeasedWork leased, Duration wait, String why) {
        desk.work().again(connection.merchant(), leased, desk.clock().instant().plus(wait), why);
    }

    private static @org.jspecify.annotations.Nullable Fields field(ApiAnswer.Told told, String name) {
        Fields data = Fields.of(told.root().toString().getBytes(StandardCharsets.UTF_8))
                .object("data");
        return data == null ? null : data.object(name);
    }
}
