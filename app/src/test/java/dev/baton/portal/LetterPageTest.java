package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.portal.LetterPage.Line;
import dev.baton.portal.LetterPage.Line.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A text as a page: nothing of it is left out. */
class LetterPageTest {

    @Test
    void anAddressByItselfIsAButtonAndACodeStandsOut() {
        LetterPage page = page("Please open this:\n\nhttps://baton.example/t/a\n\n482915\n\nThat is all.");

        assertThat(page.blocks())
                .containsExactly(
                        List.of(new Line(Kind.WORDS, "Please open this:", null)),
                        List.of(new Line(Kind.BUTTON, "Open the page", "https://baton.example/t/a")),
                        List.of(new Line(Kind.CODE, "482915", null)),
                        List.of(new Line(Kind.WORDS, "That is all.", null)));
        assertThat(page.shown())
                .containsExactly(
                        "Brand",
                        "Title",
                        "Please open this:",
                        "Open the page",
                        "https://baton.example/t/a",
                        "482915",
                        "That is all.");
    }

    @Test
    void aLineAboveAnAddressLeadsThere() {
        LetterPage page = page("2 are open:\n1-1 – waits\n  https://baton.example/t/a\n1-2 – late\n"
                + "  https://baton.example/t/b\nand 3 more\n\nAll\u00a0:\nhttps://baton.example/s");

        assertThat(page.blocks())
                .containsExactly(
                        List.of(
                                new Line(Kind.TITLE, "2 are open:", null),
                                new Line(Kind.LINK, "1-1 – waits", "https://baton.example/t/a"),
                                new Line(Kind.LINK, "1-2 – late", "https://baton.example/t/b"),
                                new Line(Kind.WORDS, "and 3 more", null)),
                        List.of(new Line(Kind.LINK, "All", "https://baton.example/s")));
        assertThat(page.addresses())
                .containsExactly("https://baton.example/t/a", "https://baton.example/t/b", "https://baton.example/s");
    }

    private static LetterPage page(String text) {
        return LetterPage.of(Words.of(List.of("en")), "Brand", "#000000", "#ffffff", "Title", text);
    }
}
