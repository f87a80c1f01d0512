package dev.baton.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.platform.Problem;
import dev.baton.platform.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What is answered in place of a result (RFC 9457, {@code application/problem+json}).
 *
 * @param type names the refusal for ever
 * @param title what is true, the same for every refusal of this type
 * @param detail what is wrong with this request and what to do next
 * @param field the field's path in the request; absent when no single field is at fault
 * @param code the last part of the type
 * @param correlationId by which the log knows this request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        String code,
        String correlationId) {

    static ProblemBody of(Problem problem, String correlationId) {
        ProblemCode code = problem.code();
        return new ProblemBody(
                "urn:baton:problem:" + code.name(),
                code.title(),
                code.status(),
                problem.detail(),
                problem.field(),
                code.name(),
                correlationId);
    }
}
