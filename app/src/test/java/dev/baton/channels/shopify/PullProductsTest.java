package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.channels.CataloguePull;
import dev.baton.channels.CataloguePull.State;
import dev.baton.channels.CataloguePulls;
import dev.baton.channels.PullCatalogue;
import dev.baton.channels.Stores;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All products of a store, as its bulk operation writes them. */
class PullProductsTest {

    private final TestBaton baton = Daytime.of(TestBaton.shared());
    private final MerchantId merchant = baton.newMerchant();
    private final BulkShop shop = new BulkShop();
    private final Road road = new Road(merchant, Stores.shopify(baton, merchant, shop.url()));
    private final Store store = baton.in(
            merchant,
            () -> baton.bean(MerchantLookup.class).store(merchant, road.store).orElseThrow());

    @AfterEach
    void close() {
        shop.close();
    }

    private CataloguePull begin() {
        return baton.bean(PullCatalogue.class).begin(merchant, store);
    }

    private CataloguePull pulled() {
        return baton.in(merchant, () -> baton.bean(CataloguePulls.class).latest(merchant, store.id()))
                .orElseThrow();
    }

    private void run() {
        for (int i = 0; i < 30; i++) {
            baton.runDue();
            baton.clock().advance(Duration.ofSeconds(61));
        }
    }

    private List<String> listed() {
        return baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("""
                select variant_id, sku from listing where removed_at is null order by variant_id
                """)
                        .query((row, number) -> row.getString("variant_id") + " " + row.getString("sku"))
                        .list());
    }

    @Test
    void readsAllProductsOfAStore() {
        shop.file = BulkShop.products(1, 3, 2);
        begin();

        run();

        CataloguePull pull = pulled();
        assertThat(pull.state()).isEqualTo(State.DONE);
        assertThat(pull.products()).isEqualTo(3);
        assertThat(pull.variants()).isEqualTo(6);
        assertThat(listed())
                .containsExactly("1001 S-1-1", "1002 S-1-2", "2001 S-2-1", "2002 S-2-2", "3001 S-3-1", "3002 S-3-2");
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void asksInTheVersionAndWithTheArgumentsTheStoreKnows() {
        shop.file = BulkShop.products(1, 1, 1);
        begin();
        run();

        assertThat(shop.asked("BulkRun"))
                .singleElement()
                .satisfies(body -> assertThat(body)
                        .contains("groupObjects: true")
                        .contains("inventoryItem")
                        .contains("selectedOptions"));
    }

    @Test
    void removesWhatTheStoreListsNoMore() {
        shop.file = BulkShop.products(1, 3, 1);
        begin();
        run();
        shop.file = BulkShop.products(2, 2, 1);
        begin();
        run();

        assertThat(pulled().state()).isEqualTo(State.DONE);
        assertThat(listed()).containsExactly("2001 S-2-1", "3001 S-3-1");
    }

    @Test
    void aStoreWithoutProductsHasNoFile() {
        shop.file = BulkShop.products(1, 2, 1);
        begin();
        run();
        shop.file = "";
        begin();
        run();

        assertThat(pulled().state()).isEqualTo(State.DONE);
        assertThat(listed()).isEmpty();
    }

    @Test
    void aDownloadThatBreaksOffGoesOnWhereItWas() {
        shop.file = BulkShop.products(1, 1_000, 1);
        shop.cutFirstAnswerAfter = shop.file.length() / 2;
        begin();

        run();

        assertThat(pulled().state()).isEqualTo(State.DONE);
        assertThat(pulled().products()).isEqualTo(1_000);
        assertThat(listed()).hasSize(1_000);
        assertThat(shop.ranges).hasSize(2);
        assertThat(shop.ranges.get(0)).isEmpty();
        assertThat(shop.ranges.get(1)).matches("bytes=[1-9][0-9]{3,}-");
    }

    @Test
    void aServerThatKnowsNoRangesIsReadFromTheFrontAndCountedOnce() {
        shop.file = BulkShop.products(1, 1_000, 1);
        shop.cutFirstAnswerAfter = shop.file.length() / 2;
        shop.knowsRanges = false;
        begin();

        run();

        assertThat(pulled().products()).isEqualTo(1_000);
        assertThat(listed()).hasSize(1_000);
    }

    @Test
    void aFileThatIsGoneIsWrittenAnew() {
        shop.file = BulkShop.products(1, 2, 1);
        shop.fileAnswers.add(404);
        begin();

        run();

        assertThat(pulled().state()).isEqualTo(State.DONE);
        assertThat(shop.asked("BulkRun")).hasSize(2);
    }

    @Test
    void anOperationThatFailsIsAskedForAnew() {
        shop.file = BulkShop.products(1, 2, 1);
        shop.statuses.addAll(List.of("RUNNING", "FAILED"));
        begin();

        run();

        assertThat(pulled().state()).isEqualTo(State.DONE);
        assertThat(shop.asked("BulkRun")).hasSize(2);
    }

    @Test
    void waitsForAnotherOperationOfTheStore() {
        shop.file = BulkShop.products(1, 2, 1);
        shop.occupied.set(3);
        begin();

        run();

        assertThat(pulled().state()).isEqualTo(State.DONE);
        assertThat(shop.asked("BulkRun")).hasSize(4);
    }

    @Test
    void aMissingScopeIsATaskForAPerson() {
        shop.denies = true;
        begin();

        run();

        assertThat(pulled().state()).isEqualTo(State.FAILED);
        assertThat(pulled().reason()).contains("read_products");
        assertThat(road.tasks()).containsExactly("channels.catalogue");

        shop.denies = false;
        shop.file = BulkShop.products(1, 1, 1);
        begin();
        run();
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void oneProductNobodyCanReadCostsNoOther() {
        shop.file = BulkShop.products(1, 3, 1);
        begin();
        run();
        shop.file = BulkShop.products(1, 2, 1).replace("\"title\": \"Product 2\"", "\"title\": null");
        begin();
        run();

        assertThat(pulled().state()).isEqualTo(State.DONE);
        assertThat(pulled().unreadable()).isEqualTo(1);
        // nothing is removed on the strength of a file that was not understood
        assertThat(listed()).hasSize(3);
        assertThat(road.tasks()).containsExactly("channels.catalogue");
    }

    @Test
    void aFileThatIsNotWhatWasAskedForEndsThePull() {
        shop.file = "<html>moved</html>\n";
        begin();
        run();

        assertThat(pulled().state()).isEqualTo(State.FAILED);
        assertThat(pulled().reason()).contains("not JSON");
    }

    @Test
    void aVariantApartFromItsProductEndsThePull() {
        shop.file = BulkShop.products(1, 1, 1)
                + BulkShop.products(2, 1, 1).lines().skip(1).collect(Collectors.joining("\n"));
        begin();
        run();

        assertThat(pulled().state()).isEqualTo(State.FAILED);
        assertThat(pulled().reason()).contains("apart from its product");
    }

    @Test
    void aPullThatIsUnderWayIsNotBegunTwice() {
        shop.statuses.addAll(IntStream.range(0, 5).mapToObj(i -> "RUNNING").toList());
        shop.file = BulkShop.products(1, 1, 1);
        CataloguePull first = begin();
        baton.runDue();

        assertThat(begin().id()).isEqualTo(first.id());
    }

    @Test
    void beginsAgainEveryNight() {
        shop.file = BulkShop.products(1, 1, 1);
        begin();
        run();
        CataloguePull first = pulled();

        baton.clock().advance(Duration.ofDays(1));
        run();

        assertThat(pulled().id()).isNotEqualTo(first.id());
        assertThat(pulled().state()).isEqualTo(State.DONE);
    }

    @Test
    void aStoreThatCannotBeAskedIsRefused() {
        Stores.connect(baton, merchant, store.id(), null, List.of("s"), 0);

        assertThatThrownBy(this::begin)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code().name()).isEqualTo("CONFLICT"));
    }

    @Test
    void aStoreThatIsDisconnectedMeanwhileEndsThePull() {
        shop.statuses.addAll(List.of("RUNNING", "RUNNING"));
        shop.file = BulkShop.products(1, 1, 1);
        begin();
        baton.runDue();
        Stores.connect(baton, merchant, store.id(), null, List.of("s"), 0);
        run();

        assertThat(pulled().state()).isEqualTo(State.FAILED);
    }
}
