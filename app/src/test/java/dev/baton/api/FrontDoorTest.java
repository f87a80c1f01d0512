package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.RunningBaton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class FrontDoorTest {

    @Test
    void theBareAddressLeadsToTheConsole() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(RunningBaton.shared().baseUrl().resolve("/"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("location")).hasValue("/console");
        }
    }
}
