package dev.baton.inventory;

import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.RebuildStock.Change;
import dev.baton.inventory.RebuildStock.Wrong;
import dev.baton.suppliers.SampleSupplier;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RebuildStockTest {

    private final StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
    private final RebuildStock rebuild = world.baton.bean(RebuildStock.class);

    @Test
    void makesAClaimAnewFromWhatBecameOfItAndTheOfferFromItsClaims() {
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 6);
        world.release(claim, 1, UUID.randomUUID());
        world.deduct(claim, 2, "08:30", DeductionCause.SHIPPED);
        change("update stock_claim set uncovered = 9, released = 0 where merchant_id = ? and claim_id = ?", claim);

        assertThat(rebuild.differences(world.merchant))
                .contains(
                        new Change(Wrong.CLAIM_RELEASED, cup, claim, 0, 1),
                        new Change(Wrong.CLAIM_UNCOVERED, cup, claim, 9, 5));
        assertThat(rebuild.rebuild(world.merchant))
                .containsExactly(
                        new Change(Wrong.CLAIM_RELEASED, cup, claim, 0, 1),
                        new Change(Wrong.CLAIM_UNCOVERED, cup, claim, 9, 5));

        assertThat(rebuild.differences(world.merchant)).isEmpty();
        assertThat(world.available(cup)).isEqualTo(5);
    }

    @Test
    void marksAndUnmarksWhatIsShort() {
        OfferId cup = world.offer("CUP");
        OfferId pot = world.offer("POT");
        world.feed(FULL, "08:00", "CUP=10", "POT=10");
        world.claim(cup, 4);
        change("update stock set short_since = '2026-01-01' where merchant_id = ? and offer_id = ?", pot.value());
        change("update stock set observed = 1 where merchant_id = ? and offer_id = ?", cup.value());

        assertThat(rebuild.rebuild(world.merchant))
                .containsExactlyInAnyOrder(
                        new Change(Wrong.SHORTAGE, cup, null, 0, 1), new Change(Wrong.SHORTAGE, pot, null, 1, 0));

        assertThat(rebuild.differences(world.merchant)).isEmpty();
        assertThat(world.tasks()).extracting("kind").contains("inventory.shortage");
    }

    @Test
    void changesNothingThatAddsUp() {
        OfferId cup = world.offer("CUP");
        world.feed(FULL, "08:00", "CUP=10");
        UUID claim = world.claim(cup, 3);
        world.deduct(claim, 5, "08:30", DeductionCause.SHIPPED);

        assertThat(rebuild.rebuild(world.merchant)).isEmpty();
    }

    private void change(String sql, UUID id) {
        world.baton.in(
                world.merchant,
                () -> world.baton
                        .jdbc()
                        .sql(sql)
                        .param(world.merchant.value())
                        .param(id)
                        .update());
    }
}
