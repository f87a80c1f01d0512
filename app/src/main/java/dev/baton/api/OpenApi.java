package dev.baton.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says beyond the calls themselves. */
@Configuration(proxyBeanMethods = false)
class OpenApi {

    private static final String KEY = "key";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
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
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("bk_{merchant}_{secret}")))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
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
}
