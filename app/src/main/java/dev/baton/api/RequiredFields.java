package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses a body that leaves out a field: every component of a body's record that is not {@code @Nullable}. */
@ControllerAdvice(basePackageClasses = RequiredFields.class)
class RequiredFields extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return parameter.getParameterType().isRecord();
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        check(body);
        return body;
    }

    /** @throws Problem INVALID_FIELD naming the first field that is left out */
    static void check(@Nullable Object body) {
        if (body == null) {
            throw new Problem(CommonProblem.MALFORMED, "The body is null: send a JSON object.");
        }
        check(body, "");
    }

    private static void check(Object value, String path) {
        if (value instanceof Record body && value.getClass().getPackage() == RequiredFields.class.getPackage()) {
            for (RecordComponent component : body.getClass().getRecordComponents()) {
                String field = path.isEmpty() ? component.getName() : path + "." + component.getName();
                Object part = part(body, component);
                if (part != null) {
                    check(part, field);
                } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    throw new Problem(CommonProblem.INVALID_FIELD, field + " is missing: add it.", field);
                }
            }
        } else if (value instanceof Collection<?> rows) {
            int row = 0;
            for (Object each : rows) {
                String field = path + "[" + row++ + "]";
                if (each == null) {
                    throw new Problem(CommonProblem.INVALID_FIELD, field + " is null: leave it out.", field);
                }
                check(each, field);
            }
        }
    }

    private static @Nullable Object part(Record body, RecordComponent component) {
        try {
            return component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
