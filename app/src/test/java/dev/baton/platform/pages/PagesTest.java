package dev.baton.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagesTest {

    @Test
    void whatIsPrintedIsEscaped() {
        String page = new Pages()
                .render("layout/problem.jte", new ProblemPage("en", "Closed <b>", "Ask \"Acme\" & wait", null));

        assertThat(page)
                .contains("<h1>Closed &lt;b&gt;</h1>", "Ask \"Acme\" &amp; wait")
                .doesNotContain("<small>");
    }
}
