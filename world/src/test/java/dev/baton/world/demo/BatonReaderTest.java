package dev.baton.world.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Caller;
import dev.baton.world.http.MiniServer;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import dev.baton.world.oracle.BatonPicture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands on a list's second page is seen as well. */
class BatonReaderTest {

    private final MiniServer baton = MiniServer.start(0, request -> Reply.text(200, answer(request)));
    private final Caller caller = new Caller();

    @AfterEach
    void close() {
        caller.close();
        baton.close();
    }

    private static String answer(Request request) {
        if (!request.path().equals("/api/v1/transmissions")) {
            return "{\"items\": [], \"next\": null}";
        }
        return request.query().contains("cursor=b")
                ? "{\"items\": [{\"id\": \"c\", \"purchaseOrder\": \"1-3\", \"supplier\": \"s\"}], \"next\": null}"
                : """
                {"items": [{"id": "a", "purchaseOrder": "1-1", "supplier": "s"},
                           {"id": "b", "purchaseOrder": "1-2", "supplier": "s"}], "next": "b"}
                """;
    }

    @Test
    void everyPageOfAListIsRead() {
        BatonReader reader = new BatonReader(new BatonApi(caller, baton.url(), "key", Duration.ofSeconds(5)));

        assertThat(reader.parked())
                .isEqualTo(List.of(
                        new BatonPicture.Parked("a", "1-1", "s"),
                        new BatonPicture.Parked("b", "1-2", "s"),
                        new BatonPicture.Parked("c", "1-3", "s")));
    }
}
