package dev.baton.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What axe finds wrong with a page as it stands. Only that is worked out: what is right is not written down element by
 * element, which takes most of the time and is looked at by nobody.
 */
public final class Axe {

    private static final String SOURCE = source();

    private static final String RUN = """
            async disabled => {
                const rules = Object.fromEntries(disabled.map(id => [id, { enabled: false }]));
                const found = await axe.run(document, { resultTypes: ['violations'], rules });
                return found.violations.map(rule => rule.id + ': ' + rule.help + '\\n'
                    + rule.nodes.map(node => node.html + ': ' + node.failureSummary).join('\\n'));
            }
            """;

    private Axe() {}

    /** What is wrong, a text each; the given rules are not asked. */
    public static List<String> findings(Page page, String... disabled) {
        if (page.frames().size() > 1) {
            AxeBuilder axe = new AxeBuilder(page);
            if (disabled.length > 0) {
                axe.disableRules(List.of(disabled));
            }
            return axe.analyze().getViolations().stream()
                    .map(rule -> rule.getId() + ": " + rule.getNodes())
                    .toList();
        }
        if (Boolean.FALSE.equals(page.evaluate("typeof axe !== 'undefined'"))) {
            page.evaluate(SOURCE);
        }
        return ((List<?>) page.evaluate(RUN, List.of(disabled)))
                .stream().map(String::valueOf).toList();
    }

    private static String source() {
        try (InputStream axe = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
