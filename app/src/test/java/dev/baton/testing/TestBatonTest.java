package dev.baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.MerchantId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestBatonTest {

    @Test
    void oneThatWasClosedForOthersOpensAgainOnItsDatabase() {
        TestBaton baton = TestBaton.with(Map.of());
        MerchantId merchant = baton.newMerchant();
        baton.clock().advance(Duration.ofDays(1));

        baton.close();

        assertThat(baton.<Long>in(
                        merchant,
                        () -> baton.jdbc()
                                .sql("select count(*) from merchant where merchant_id = :merchant")
                                .param("merchant", merchant.value())
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
        assertThat(baton.bean(TestClock.class)).isSameAs(baton.clock());
        assertThat(baton.clock().instant()).isEqualTo(TestClock.START);
    }
}
