package dev.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitlesTest {

    @Test
    void theSameWordsInAnyOrderAreTheSameTitle() {
        assertThat(Titles.alike("Desk Lamp, brass", "brass desk lamp").percent()).isEqualTo(100);
        assertThat(Titles.alike("Crème brûlée set", "CREME BRULEE SET").percent()).isEqualTo(100);
        assertThat(Titles.alike("Größe M", "Grosse M").percent()).isBetween(40, 99);
    }

    @Test
    void aWordMoreOrLessIsStillAlikeAndOtherThingsAreNot() {
        assertThat(Titles.alike("Desk lamp brass", "Desk lamp brass with switch").percent())
                .isBetween(60, 90);
        assertThat(Titles.alike("Desk lamp", "Floor lamp").percent()).isBetween(30, 60);
        assertThat(Titles.alike("Desk lamp", "Coffee grinder").percent()).isLessThan(20);
    }

    @Test
    void nothingIsLikeNothing() {
        assertThat(Titles.alike("", "").percent()).isZero();
        assertThat(Titles.alike("—", "Lamp").percent()).isZero();
    }

    @Test
    void isTheSameBothWays() {
        assertThat(Titles.alike("White hanging heart t-light holder", "Hanging heart holder").percent())
                .isEqualTo(Titles.alike("Hanging heart holder", "White hanging heart t-light holder").percent());
    }

    @Test
    void findsWordsOfAnyScript() {
        assertThat(Titles.words("Чайник 1,7 л — красный")).containsExactly("чаиник", "красныи");
        assertThat(Titles.words("茶杯 A4")).containsExactly("茶杯", "a4");
    }
}
