package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Why is this 39?" over the API. */
class StockWhyCallsTest {

    private final ApiClient admin = ApiClient.admin();

    @BeforeEach
    void openTheShop() {
        SetUp.shop(admin);
    }

    @Test
    void saysWhyInStepsThatAddUp() {
        ApiClient.Reply why = admin.get("/api/v1/stock/LAMP/why");

        assertThat(why.at("/published")).isEqualTo("39");
        assertThat(why.at("/offers/0/supplier")).isEqualTo("acme");
        assertThat(why.at("/offers/0/steps/0/kind")).isEqualTo("observed");
        assertThat(why.at("/offers/0/steps/0/units")).isEqualTo("40");
        assertThat(why.at("/offers/0/steps/1/kind")).isEqualTo("buffer");
        assertThat(why.at("/offers/0/steps/1/units")).isEqualTo("-1");
        assertThat(why.at("/offers/0/steps/1/words")).isEqualTo("1 unit is kept back whatever the supplier says.");
        assertThat(why.at("/offers/0/observations/0/quantity")).isEqualTo("40");
    }

    @Test
    void saysWhatItWasBeforeAnythingWasKnown() {
        ApiClient.Reply then = admin.get("/api/v1/stock/LAMP/why?at=2020-01-01T00:00:00Z");

        assertThat(then.at("/published")).isEmpty();
        assertThat(then.at("/offers/0/available")).isEqualTo("0");
    }

    @Test
    void refusesAMomentThatLiesAheadAndASkuThatIsNotThere() {
        assertThat(admin.get("/api/v1/stock/LAMP/why?at=2999-01-01T00:00:00Z").at("/field"))
                .isEqualTo("at");
        assertThat(admin.get("/api/v1/stock/NONE/why").status()).isEqualTo(404);
    }

    @Test
    void rebuildsNothingThatIsSound() {
        ApiClient.Reply preview = admin.post("/api/v1/stock/rebuild?preview=true", "");
        ApiClient.Reply done = admin.post("/api/v1/stock/rebuild", "");

        assertThat(preview.at("/changed")).isEqualTo("false");
        assertThat(done.at("/changed")).isEqualTo("false");
        assertThat(done.at("/complete")).isEqualTo("true");
    }
}
