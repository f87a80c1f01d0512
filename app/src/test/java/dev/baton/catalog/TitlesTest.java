package dev.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitlesTest {

    @Test
    void theSameWordsInAnyOrderAreTheSameTitle() {
        assertThat(Titles.alike("Desk Lamp, brass", "brass desk lamp").percent())
                .isEqualTo(100);
        assertThat(Titles.alike("Crème brûlée set", "CREME BRULEE SET").percent())
                .isEqualTo(100);
        assertThat(Titles.alike("Größe M", "Grosse M").percent()).isBetween(40, 99);
    }

    @Test
    void aWordMoreOrLessIsStillAlikeAndOtherThingsAreNot() {
        assertThat(Titles.alike("Desk lamp brass", "Desk lamp brass with switch")
                        .percent())
                .isBetween(60, 90);
        assertThat(Titles.alike("Desk lamp", "Floor lamp").percent()).isBetween(30, 60);
        assertThat(Titles.alike("Desk lamp", "Coffee grinder").percent()).isLessThan(20);
    }

    @Test
    void anotherNumberOrSizeMakesAVariantAndNotTheSame() {
        int same =
                Titles.alike("Cotton shirt blue XL", "Shirt, cotton, blue, XL").percent();
        int other =
                Titles.alike("Cotton shirt blue XL", "Shirt, cotton, blue, M").percent();

        assertThat(same).isEqualTo(100);
        assertThat(other).isLessThan(70);
        assertThat(Titles.alike("Phone case 7", "Phone case 8").percent()).isLessThan(70);
        assertThat(Titles.alike("Bottle 500 ml", "Bottle 250 ml").percent()).isLessThan(60);
        assertThat(Titles.alike("Bottle 500 ml", "Bottle with a lid").percent())
                .isEqualTo(Titles.alike("Bottle with a lid", "Bottle 500 ml").percent());
    }

    @Test
    void aTitleThatStandsWholeInTheOtherIsAlike() {
        assertThat(Titles.alike("Chai", "Chai, 10 boxes x 20 bags").percent()).isEqualTo(60);
        assertThat(Titles.alike("Chai, 10 boxes x 20 bags", "Chai").percent()).isEqualTo(60);
        assertThat(Titles.alike("A", "A box of twenty bags").percent()).isLessThan(40);
    }

    @Test
    void saysWhatStandsInOneAlone() {
        Likeness likeness = Titles.alike("Red jar with a handle", "Red jar with lid");

        assertThat(likeness.only()).containsExactly("a", "handle");
        assertThat(likeness.besides()).containsExactly("lid");
    }

    @Test
    void nothingIsLikeNothing() {
        assertThat(Titles.alike("", "").percent()).isZero();
        assertThat(Titles.alike("—", "Lamp").percent()).isZero();
    }

    @Test
    void isTheSameBothWays() {
        assertThat(Titles.alike("White hanging heart t-light holder", "Hanging heart holder")
                        .percent())
                .isEqualTo(Titles.alike("Hanging heart holder", "White hanging heart t-light holder")
                        .percent());
    }

    @Test
    void findsWordsOfAnyScript() {
        assertThat(Titles.words("Чайник 1,7 л — красный")).containsExactly("чаиник", "красныи");
        assertThat(Titles.words("茶杯 A4")).containsExactly("茶杯", "a4");
    }
}
