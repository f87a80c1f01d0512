package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkCallsTest {

    private final ApiClient admin = ApiClient.admin();

    @Test
    void listsParkedWork() {
        ApiClient.Reply list = admin.get("/api/v1/work?state=parked");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().at("/items").isArray()).isTrue();
    }

    @Test
    void listsNothingButParkedWork() {
        assertThat(admin.get("/api/v1/work?state=open").at("/field")).isEqualTo("state");
    }

    @Test
    void knowsNoParkedWorkOfAnUnknownId() {
        ApiClient.Reply reply = admin.post("/api/v1/work/" + UUID.randomUUID() + "/retry", "{}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.at("/code")).isEqualTo("NOT_FOUND");
    }

    @Test
    void readingIsNotEnoughToRunWorkAgain() {
        assertThat(admin.withScopes("read")
                        .post("/api/v1/work/" + UUID.randomUUID() + "/retry", "{}")
                        .status())
                .isEqualTo(403);
    }
}
