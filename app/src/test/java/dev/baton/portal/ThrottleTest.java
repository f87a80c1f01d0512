package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThrottleTest {

    @Test
    void admitsSoManyInAMinuteAndCountsEachApart() {
        Throttle throttle = new Throttle();
        // a minute may end meanwhile: at least one of two minutes is counted in full
        boolean refused = false;
        for (int i = 0; i < 20; i++) {
            refused |= !throttle.admits("link", 9);
        }

        assertThat(refused).isTrue();
        assertThat(throttle.admits("another", 9)).isTrue();
    }
}
