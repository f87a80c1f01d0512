package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API, its copy among the documents, and the pages that show it. */
class ApiDescriptionTest {

    private static final JsonMapper PRETTY = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final JsonNode description =
            ApiClient.admin().withKey("").get("/api/openapi.json").json();

    private record Call(String method, String path, JsonNode operation) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        description
                .at("/paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(operation -> calls.add(new Call(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return calls;
    }

    @Test
    void standsAmongTheDocumentsAsBatonGivesIt() throws IOException {
        Path kept = Repository.root().resolve("docs/api/openapi.json");
        Path fresh = Repository.root().resolve("app/target/openapi.json");
        Files.writeString(fresh, PRETTY.writeValueAsString(PRETTY.treeToValue(description, Object.class)) + "\n");

        assertThat(Files.readString(kept))
                .as("the API has changed: copy app/target/openapi.json to docs/api/openapi.json and mend its page")
                .isEqualTo(Files.readString(fresh));
    }

    @Test
    void saysOfEveryCallWhatItIsForWhatItAnswersAndHowItRefuses() {
        assertThat(calls()).isNotEmpty().allSatisfy(call -> {
            JsonNode responses = call.operation().at("/responses");
            assertThat(call.operation().at("/summary").asString("")).isNotBlank();
            assertThat(responses.properties().stream()
                            .filter(each -> each.getKey().startsWith("2")))
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each.getValue()
                                            .at("/content/application~1json/schema/$ref")
                                            .asString("")
                                    + each.getValue()
                                            .at("/content/application~1pdf/schema/type")
                                            .asString("")
                                    + each.getValue()
                                            .at("/content/text~1csv/schema/type")
                                            .asString("")
                                    + each.getValue()
                                            .at("/content/application~1octet-stream/schema/type")
                                            .asString(""))
                            .isNotBlank());
            assertThat(responses
                            .at("/401/content/application~1problem+json/schema/$ref")
                            .asString(""))
                    .endsWith("/Refusal");
        });
    }

    @Test
    void saysOfABodyWhichFieldsAreNeededAndTellsTheRowsOfTwoListsApart() {
        JsonNode schemas = description.at("/components/schemas");

        assertThat(schemas.at("/OrderRequest/required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("store", "id", "currency", "lines");
        assertThat(schemas.at("/OrderRequest/properties/name/type")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder("string", "null");
        assertThat(schemas.at("/OrderRow/properties").has("storeOrderName")).isTrue();
        assertThat(schemas.at("/TaskRow/properties").has("subjectType")).isTrue();
    }

    @Test
    void hasEveryCallOnAPageOfTheDocuments() throws IOException {
        StringBuilder pages = new StringBuilder();
        try (Stream<Path> files = Files.list(Repository.root().resolve("docs/api"))) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".md")).toList()) {
                pages.append(Files.readString(page));
            }
        }

        assertThat(calls()).allSatisfy(call -> assertThat(pages.toString()).contains("`" + call + "`"));
    }
}
