package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.platform.Tasks.Task;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of task the product opens: it stands among the exceptions, leads somewhere, and its way out ends it. */
class TasksToTheirEndTest {

    /** Kinds a person settles outside: there is only to say that it is done. */
    private static final Set<String> ONLY_DONE = Set.of("trading.mail-to-read");

    private final ConsoleShop shop = new ConsoleShop();
    private final StagedTasks staged = new StagedTasks(shop);

    @AfterEach
    void close() {
        shop.close();
    }

    static Stream<Arguments> kinds() {
        return TaskKinds.all().entrySet().stream().map(kind -> Arguments.of(kind.getKey(), kind.getValue()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void fromTheListToItsEnd(String kind, String type) {
        StagedTasks.Staged task = staged.of(kind, type);
        Staffer ada = shop.asOwner();
        Document list = ada.page("/console/exceptions?kind=" + kind);
        assertThat(list.select("[data-row]")).as(list.text()).hasSize(1);
        String path = list.select("[data-row] [data-open]").attr("href");
        Document page = ada.page(path);
        assertThat(page.select("[data-way]").size())
                .as("ways out beside to say that it is done")
                .isGreaterThan(ONLY_DONE.contains(kind) ? 0 : 1);
        leadSomewhere(ada, page);

        end(ada, task, page);

        await().untilAsserted(() -> assertThat(staged.open())
                .extracting(Task::kind)
                .as("still open")
                .doesNotContain(kind));
        await().untilAsserted(() ->
                assertThat(task.gone().get()).as("the cause is gone").isTrue());
        assertThat(ada.page("/console/exceptions").select("[data-open]").eachAttr("href"))
                .doesNotContain(path);
    }

    private static void leadSomewhere(Staffer ada, Document page) {
        for (Element link : page.select("[data-way] a[href]")) {
            if (!link.attr("href").startsWith("mailto:")) {
                assertThat(ada.get(link.attr("href")).statusCode())
                        .as(link.attr("href"))
                        .isEqualTo(200);
            }
        }
    }

    private static void end(Staffer ada, StagedTasks.Staged task, Document page) {
        assertThat(page.select("[data-way=" + task.way() + "]")).as(page.text()).hasSize(1);
        Element link = page.selectFirst("[data-way=" + task.way() + "] a[href]");
        if (link == null) {
            took(ada.send(page, "[data-way=" + task.way() + "] form", task.typed()));
        } else if (!task.form().isEmpty()) {
            took(ada.send(ada.page(link.attr("href") + task.further()), task.form(), task.typed()));
        }
    }

    private static void took(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    @Test
    void everyKindHasATitleAndEveryTitleAKind() throws IOException {
        Properties words = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/messages/console.properties")) {
            words.load(in);
        }
        Set<String> titled = new TreeSet<>();
        words.stringPropertyNames().stream()
                .filter(name -> name.startsWith("task."))
                .forEach(name -> titled.add(name.substring("task.".length())));

        assertThat(TaskKinds.all()).hasSizeGreaterThan(50);
        assertThat(titled).isEqualTo(TaskKinds.all().keySet());
    }

    @Test
    void whoMayNotDecideIsOfferedNothing() {
        staged.of("purchasing.unanswered", "purchase_order");
        Staffer viewer = shop.as(dev.baton.merchants.Role.VIEWER);
        String path = viewer.page("/console/exceptions")
                .select("[data-row] [data-open]")
                .attr("href");

        assertThat(viewer.page(path).select("[data-way] form")).isEmpty();
        assertThat(viewer.page(path).select("[data-way] a")).isNotEmpty();
    }
}
