package dev.baton.world.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The month of a demo that lives on. */
class LivingPlaybookTest {

    private final Playbook book = Playbook.living(320, 7, "example.com");

    @Test
    void hasSixSuppliersTwoHundredNamedGoodsAndTwoStores() {
        assertThat(book.market().suppliers()).hasSize(6);
        assertThat(book.market().goods()).hasSizeBetween(195, 205);
        Set<String> titles = new HashSet<>();
        book.market().goods().values().forEach(goods -> titles.add(goods.title()));
        assertThat(titles).hasSizeGreaterThan(190);
        assertThat(book.scripts().values()).extracting(OrderScript::store).containsOnly(Playbook.MAIN, Playbook.DIRECT);
    }

    @Test
    void everyLineIsSoldByWhomTheMarketKnows() {
        assertThat(book.market().goods().values())
                .allSatisfy(goods -> assertThat(goods.offers())
                        .isNotEmpty()
                        .allSatisfy(
                                offer -> assertThat(book.market().suppliers()).containsKey(offer.supplier())));
    }

    @Test
    void whatWaitsForAPersonComesInTheLastDaysAndTheSameSeedTellsTheSame() {
        List<OrderScript> all = List.copyOf(book.scripts().values());
        List<OrderScript> held =
                all.stream().filter(script -> script.plot().hold() != null).toList();
        assertThat(held).hasSizeGreaterThan(5);
        assertThat(held).allSatisfy(script -> assertThat(all.indexOf(script)).isGreaterThan(all.size() * 8 / 10));
        assertThat(Playbook.living(320, 7, "example.com").scripts().keySet())
                .isEqualTo(book.scripts().keySet());
    }

    @Test
    void everyPictureHoldsItself() {
        assertThat(Wares.picture(Wares.title(17))).startsWith("data:image/svg+xml;base64,");
        assertThat(Wares.picture("Something else")).startsWith("data:image/svg+xml;base64,");
        assertThat(Wares.picture(Wares.title(0))).isNotEqualTo(Wares.picture(Wares.title(18)));
    }
}
