package dev.baton.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.channels.ReceiveOrders.Received;
import dev.baton.merchants.StoreId;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderView;
import dev.baton.orders.Payment;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.testing.TestBaton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiveOrdersTest {

    private static final String ORDER = """
            {"store": "web", "id": "W-77", "name": "Web 77", "currency": "EUR", "paid": true,
             "customer": {"name": "Ada Beispiel", "email": "ada@example.org", "locale": "de"},
             "shipTo": {"name": "Ada Beispiel", "line1": "Musterweg 1", "city": "Leipzig", "postcode": "04109",
               "countryCode": "de"},
             "lines": [{"id": "1", "sku": "MUG", "title": "Mug", "quantity": 2, "unitPrice": "10.00", "discount": "1.00",
               "tax": "3.03", "properties": {"Engraving": "A"}}],
             "shipping": "4.90", "taxIncluded": true}""";

    private final TestBaton baton = TestBaton.shared();
    private final ReceiveOrders receive = baton.bean(ReceiveOrders.class);
    private final MerchantId merchant = baton.newMerchant();
    private final StoreId store = Stores.plain(baton, merchant, "web", "api");

    @Test
    void keepsTheOrderAndTellsWhatBecameOfIt() {
        Received received = receive.receive(merchant, "key-1", bytes(ORDER));
        IntakeView before = receive.await(received, Duration.ofMillis(1));
        baton.runDue();
        IntakeView after = receive.await(received, Duration.ofSeconds(1));

        assertThat(before.state()).isEqualTo(IntakeState.RECEIVED);
        assertThat(after.state()).isEqualTo(IntakeState.APPLIED);
        OrderView order = baton.in(
                merchant,
                () -> baton.bean(OrderLookup.class)
                        .find(merchant, java.util.Objects.requireNonNull(after.order()))
                        .orElseThrow());
        assertThat(order.storeOrderId()).isEqualTo("W-77");
        assertThat(order.payment()).isEqualTo(Payment.PAID);
        assertThat(order.money().totalMinor()).isEqualTo(1900 + 490);
        assertThat(order.shipCountry()).isEqualTo("DE");
    }

    @Test
    void theSameKeyAndBodyIsTheSameAnswer() {
        Received first = receive.receive(merchant, store, "key-1", bytes(ORDER));
        baton.runDue();
        Received second = receive.receive(merchant, store, "key-1", bytes(ORDER));

        assertThat(second.repeated()).isTrue();
        assertThat(second.intake()).isEqualTo(first.intake());
        assertThat(second.settled()).isCompleted();
        assertThat(receive.await(second, Duration.ZERO).order())
                .isEqualTo(receive.await(first, Duration.ZERO).order());
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        receive.receive(merchant, store, "key-1", bytes(ORDER));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> receive.receive(merchant, store, "key-1", bytes(ORDER.replace("W-77", "W-78"))))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(CommonProblem.IDEMPOTENCY_KEY_REUSED));
    }

    /** I20: concurrent twins have one effect. */
    @Test
    void twinsHaveOneEffect() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(6);
        List<CompletableFuture<Received>> twins = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            twins.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            barrier.await(10, TimeUnit.SECONDS);
                        } catch (Exception broken) {
                            throw new IllegalStateException(broken);
                        }
                        return receive.receive(merchant, store, "twin", bytes(ORDER));
                    },
                    command -> Thread.ofPlatform().start(command)));
        }
        List<UUID> intakes = new ArrayList<>();
        for (CompletableFuture<Received> twin : twins) {
            intakes.add(twin.get(20, TimeUnit.SECONDS).intake());
        }
        baton.runDue();

        assertThat(intakes.stream().distinct()).hasSize(1);
        assertThat(count("sales_order")).isEqualTo(1);
    }

    @Test
    void theSameOrderUnderANewKeyIsANewerVersionOfIt() {
        receive.receive(merchant, store, "key-1", bytes(ORDER));
        baton.runDue();
        baton.clock().advance(Duration.ofSeconds(1));
        Received cancelled = receive.receive(
                merchant,
                store,
                "key-2",
                bytes(ORDER.replace("\"paid\": true", "\"paid\": true, \"cancelled\": true")));
        baton.runDue();

        assertThat(count("sales_order")).isEqualTo(1);
        assertThat(receive.await(cancelled, Duration.ZERO).state()).isEqualTo(IntakeState.APPLIED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"store\": \"web\"           | {\"store\" \"web\"          | MALFORMED     |",
                "\"id\": \"W-77\"              | \"id\": \"\"                | INVALID_FIELD | id",
                "\"currency\": \"EUR\"         | \"currency\": \"EURO\"      | INVALID_FIELD | currency",
                "\"quantity\": 2               | \"quantity\": 0             | INVALID_FIELD | lines[0].quantity",
                "\"quantity\": 2               | \"quantity\": 2.5           | INVALID_FIELD | lines[0].quantity",
                "\"unitPrice\": \"10.00\"      | \"unitPrice\": \"ten\"      | INVALID_FIELD | lines[0].unitPrice",
                "\"unitPrice\": \"10.00\"      | \"unitPrice\": \"-1\"       | INVALID_FIELD | lines[0].unitPrice",
                "\"unitPrice\": \"10.00\"      | \"unitPrice\": \"46116860184273879.04\" | INVALID_FIELD | lines[0].unitPrice",
                "\"unitPrice\": \"10.00\"      | \"unitPrice\": \"900000000000\" | INVALID_FIELD | lines[0].unitPrice",
                "\"discount\": \"1.00\"        | \"discount\": \"-1.00\"    | INVALID_FIELD | lines[0].discount",
                "\"tax\": \"3.03\"             | \"tax\": \"-3.03\"         | INVALID_FIELD | lines[0].tax",
                "\"shipping\": \"4.90\"        | \"shipping\": \"-4.90\"    | INVALID_FIELD | shipping",
                "\"paid\": true                | \"total\": \"-1\"           | INVALID_FIELD | total",
                "\"paid\": true                | \"total\": \"9300000000000\" | INVALID_FIELD | total",
                "\"paid\": true                | \"updatedAt\": \"2999-01-01T00:00:00Z\" | INVALID_FIELD | updatedAt",
                "\"paid\": true                | \"placedAt\": \"+300000-01-01T00:00:00Z\" | INVALID_FIELD | placedAt",
                "\"sku\": \"MUG\"              | \"sku\": null               | INVALID_FIELD | lines[0].sku",
                "\"paid\": true                | \"paid\": \"yes\"           | INVALID_FIELD | paid",
                "\"shipTo\": {                 | \"shipTo\": [], \"x\": {    | INVALID_FIELD | shipTo",
                "\"store\": \"web\"            | \"store\": \"none\"         | INVALID_FIELD | store",
            })
    void aFieldThatCannotBeUsedIsNamedBeforeAnythingIsKept(String from, String to, String code, String field) {
        byte[] body = bytes(ORDER.replaceFirst(Pattern.quote(from), to));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> receive.receive(merchant, "key-1", body))
                .satisfies(problem -> {
                    assertThat(problem.code().name()).isEqualTo(code);
                    assertThat(problem.field()).isEqualTo(field);
                });
        assertThat(count("inbox")).isZero();
    }

    @Test
    void whatIsLookedForByIsNoLongerThanAnIndexTakes() {
        String name = ORDER.replace("\"Web 77\"", '"' + "n".repeat(256) + '"');
        String sku = ORDER.replace("\"MUG\"", '"' + "s".repeat(256) + '"');

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> receive.receive(merchant, "key-1", bytes(name)))
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("name"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> receive.receive(merchant, "key-1", bytes(sku)))
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("lines[0].sku"));
    }

    @Test
    void anIdAsTheStoresProgramsWriteItIsThatOfItsMessagesAndACountryMayHaveItsName() {
        Received received = receive.receive(
                merchant,
                "key-1",
                bytes(ORDER.replace("W-77", "gid://shopify/Order/5001?x=1")
                        .replace("\"countryCode\": \"de\"", "\"countryCode\": \"Deutschland\"")));
        baton.runDue();

        OrderView order = baton.in(
                merchant,
                () -> baton.bean(OrderLookup.class)
                        .find(
                                merchant,
                                java.util.Objects.requireNonNull(receive.await(received, Duration.ofSeconds(1))
                                        .order()))
                        .orElseThrow());
        assertThat(order.storeOrderId()).isEqualTo("5001");
        assertThat(order.shipCountry()).isEqualTo("DE");
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "'a b'", "'ä'"})
    void aKeyMustBeUsable(String key) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> receive.receive(merchant, store, key, bytes(ORDER)))
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("Idempotency-Key"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private long count(String table) {
        return baton.<Long>in(
                merchant,
                () -> baton.jdbc()
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }
}
