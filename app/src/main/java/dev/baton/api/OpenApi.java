package dev.baton.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What the description of the API says beyond the calls themselves. */
@Configuration(proxyBeanMethods = false)
class OpenApi {

    private static final String KEY = "key";
    private static final String REFUSAL = "Refusal";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    /** First, so that those that come after it are asked before it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver recordSchemas(ObjectMapperProvider mapper) {
        return new RecordSchemas(mapper.jsonMapper());
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Baton")
                        .version("v1")
                        .description("Orders in, purchase orders out. Amounts are decimal texts, times ISO 8601 in UTC."
                                + " Every refusal is application/problem+json and says what to do next.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("This Baton")))
                .tags(tags())
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("bk_{merchant}_{secret}")))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    /** In the order a reader needs them. */
    private static List<Tag> tags() {
        return List.of(
                tag("Orders", "Send, read and cancel orders; why they went where they went."),
                tag("Holds", "Orders that wait for a decision."),
                tag("Purchase orders", "What was ordered from whom."),
                tag("Counter-offers", "Other costs suppliers named for what they were asked to ship."),
                tag("Amendments", "Deliveries the store wants otherwise than a supplier was told."),
                tag("Transmissions", "Documents on their way to suppliers, with every attempt."),
                tag("Tracking", "What carriers say of parcels."),
                tag("Stock", "What suppliers have, what can be sold, and why."),
                tag("Feeds", "How suppliers' stock files come and are read, and what became of each."),
                tag("Catalogue", "Goods, bundles and suppliers' offers."),
                tag("Suppliers", "Suppliers, their terms and their keys."),
                tag("Stores", "Stores and how they are connected."),
                tag("Brands", "The faces stores show their customers."),
                tag("Settings", "The merchant's own settings."),
                tag("Exchange rates", "Dated exchange rates."),
                tag("Tasks", "What waits for a person."),
                tag("Status", "How things stand, in numbers."),
                tag("For suppliers", "What a supplier reads and says with its own key."));
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    /** Says under each call which keys it is for. */
    @Bean
    OperationCustomizer scopes() {
        return (operation, method) -> {
            Needs needs = method.getMethodAnnotation(Needs.class);
            if (needs != null) {
                String words = Arrays.stream(needs.value()).map(Scope::word).collect(Collectors.joining(" or "));
                String before = operation.getDescription() == null ? "" : operation.getDescription() + " ";
                operation.setDescription(before + "For keys of scope " + words + ".");
            }
            return operation;
        };
    }

    /** Gives each call a name that does not depend on the others, and says how it refuses. */
    @Bean
    OpenApiCustomizer namesAndRefusals() {
        return api -> {
            api.getComponents()
                    .addSchemas(
                            REFUSAL,
                            ModelConverters.getInstance(true)
                                    .readAll(ProblemBody.class)
                                    .get(ProblemBody.class.getSimpleName()));
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                        operation.setOperationId(name(method.name(), path));
                        refusals(operation, path);
                    }));
        };
    }

    /** Such as {@code postOrdersIdCancel}. */
    private static String name(String method, String path) {
        return method.toLowerCase(Locale.ROOT)
                + Arrays.stream(path.replaceFirst("^/api/v1/", "").split("[^A-Za-z]+"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }

    private static void refusals(Operation operation, String path) {
        refusal(operation, "401", "No key, or one that is not known.");
        refusal(operation, "403", "The key's scopes do not cover the call.");
        if (path.contains("{")) {
            refusal(operation, "404", "Nothing of that name belongs to you.");
        }
        if (operation.getRequestBody() != null
                && operation.getRequestBody().getContent().containsKey("application/json")) {
            refusal(operation, "400", "The body is not JSON.");
        }
        if (operation.getRequestBody() != null || operation.getParameters() != null) {
            refusal(operation, "422", "A field cannot be accepted; the answer names it.");
        }
        refusal(operation, "default", "Any other refusal.");
    }

    private static void refusal(Operation operation, String status, String when) {
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(when)
                                .content(new Content()
                                        .addMediaType(
                                                ProblemWriter.MEDIA_TYPE,
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + REFUSAL)))));
    }
}
