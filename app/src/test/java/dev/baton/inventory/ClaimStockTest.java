package dev.baton.inventory;

import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.DefineOffers;
import dev.baton.catalog.OfferId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.suppliers.SampleSupplier;
import java.util.AbstractSequentialList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClaimStockTest {

    private final StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
    private final ClaimStock stock = world.baton.bean(ClaimStock.class);

    @Test
    void showsWhatCanBePromisedAndPromisesIt() {
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");

        world.claim(cup, 4);

        assertThat(world.stock(cup)).isEqualTo(new StockSeen(10, 0, 4, 6, StockWorld.at("08:00")));
        assertThat(world.differences()).isEmpty();
    }

    @Test
    void anOfferNoFeedSpokeOfHasNothing() {
        OfferId cup = world.offer("CUP");

        assertThat(world.stock(cup)).isEqualTo(new StockSeen(0, 0, 0, 0, null));
    }

    @Test
    void leavesOutAnOfferOfAnotherMerchant() {
        OfferId cup = world.offer("CUP");
        OfferId stranger = new StockWorld(SampleSupplier.coded("other")).offer("CUP");

        assertThat(world.baton.in(world.merchant, () -> stock.lockAvailable(world.merchant, List.of(cup, stranger))))
                .containsOnlyKeys(cup);
    }

    @Test
    void keepsTheBufferBack() {
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");

        world.baton.bean(SetBuffers.class).set(world.merchant, List.of(BufferRule.of(cup, 8)));

        assertThat(world.available(cup)).isEqualTo(2);
        assertThatThrownBy(() -> world.claim(cup, 3)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aClaimAboveWhatIsThereKillsTheTransaction() {
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=1");

        assertThatThrownBy(() -> world.claim(cup, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("less available than is claimed");

        assertThat(world.available(cup)).isEqualTo(1);
        assertThat(world.differences()).isEmpty();
    }

    /** Two lines of one order share an item and each passes against the same undiminished stock (medusa #16502). */
    @Test
    void twoLinesOfOneOrderCannotBothTakeTheLastUnit() {
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=1");
        MerchantId merchant = world.merchant;
        List<NewClaim> lines = List.of(
                new NewClaim(UUID.randomUUID(), cup, world.skuOf(cup), UUID.randomUUID(), 1),
                new NewClaim(UUID.randomUUID(), cup, world.skuOf(cup), UUID.randomUUID(), 1));

        assertThatThrownBy(() -> world.baton.in(merchant, () -> {
                    stock.lockAvailable(merchant, List.of(cup));
                    stock.claim(merchant, lines);
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(world.available(cup)).isEqualTo(1);
    }

    @Test
    @DisplayName("A lazy iterator reused inside the critical section (Saleor allocate_stocks)")
    void claimsEveryLineOfABatchThatIsMadeAsItIsRead() {
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        Iterator<Integer> quantities = List.of(1, 2, 3).iterator();
        List<NewClaim> lazy = new AbstractSequentialList<>() {
            @Override
            public ListIterator<NewClaim> listIterator(int index) {
                List<NewClaim> rest = new ArrayList<>();
                quantities.forEachRemaining(quantity ->
                        rest.add(new NewClaim(UUID.randomUUID(), cup, world.skuOf(cup), UUID.randomUUID(), quantity)));
                return rest.listIterator(index);
            }

            @Override
            public int size() {
                return 3;
            }
        };

        world.baton.in(world.merchant, () -> {
            stock.lockAvailable(world.merchant, List.of(cup));
            stock.claim(world.merchant, lazy);
            return true;
        });

        assertThat(world.available(cup)).isEqualTo(4);
        assertThat(world.differences()).isEmpty();
    }

    /** Availability confirmed on a sum of places, claimed at the first one (medusa #14987, #15132). */
    @Test
    void twoPlacesWithOneUnitEachDoNotFillAClaimOfTwoAtOnePlace() {
        OfferId north = world.offer("CUP");
        OfferId south = world.baton
                .bean(DefineOffers.class)
                .define(world.merchant, List.of(world.catalog.offer(world.supplier, "CUP", "SOUTH", 1)))
                .getFirst();
        world.apply(new NewFeedRun(
                world.supplier,
                FULL,
                StockWorld.at("08:00"),
                null,
                List.of(new FeedRow("S-CUP", "MAIN", 1), new FeedRow("S-CUP", "SOUTH", 1))));

        assertThatThrownBy(() -> world.claim(north, 2)).isInstanceOf(IllegalStateException.class);

        world.claim(north, 1);
        world.claim(south, 1);
        assertThat(world.available(north) + world.available(south)).isZero();
    }

    @Test
    void refusesABufferBelowZeroOrOfAnUnknownOffer() {
        OfferId cup = world.offer("CUP");
        SetBuffers buffers = world.baton.bean(SetBuffers.class);

        for (BufferRule wrong : List.of(BufferRule.of(cup, -1), BufferRule.of(new OfferId(UUID.randomUUID()), 1))) {
            assertThatThrownBy(() -> buffers.set(world.merchant, List.of(wrong)))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code()).isEqualTo(InventoryProblem.BUFFER_INVALID));
        }
    }
}
