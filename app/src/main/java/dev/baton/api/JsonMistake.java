package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in the caller's words what is wrong with a JSON body: the field and what belongs there. */
final class JsonMistake {

    /** Advice of the parser to its programmer. */
    private static final Pattern PARSERS_OWN = Pattern.compile(", from `[^`]*`|: enable `[^`]*` to allow");

    private static final int LONGEST_PLACE = 200;

    private JsonMistake() {}

    static Problem problem(JacksonException failed) {
        String field = path(failed);
        String subject = field.isEmpty() ? "The body" : field;
        return switch (failed) {
            case InputCoercionException number ->
                new Problem(
                        CommonProblem.INVALID_FIELD,
                        subject + " cannot be read: it must be " + expected(number.getTargetType())
                                + ", and not so large.",
                        field.isEmpty() ? null : field);
            case StreamConstraintsException beyond ->
                new Problem(
                        CommonProblem.INVALID_FIELD,
                        subject + " goes beyond a limit: " + firstLine(beyond) + ". Send less or flatter JSON.",
                        field.isEmpty() ? null : field);
            case StreamReadException syntax ->
                new Problem(
                        CommonProblem.MALFORMED,
                        "The body is no JSON%s: %s. Correct it and send it again."
                                .formatted(position(syntax), firstLine(syntax)));
            case UnrecognizedPropertyException unknown ->
                new Problem(
                        CommonProblem.INVALID_FIELD,
                        field + " is not a field of this request: remove it or correct its name."
                                + known(unknown.getKnownPropertyIds()),
                        field);
            case InvalidFormatException text
            when text.getValue() instanceof String value && !PlainText.canBeKept(value) ->
                new Problem(
                        CommonProblem.INVALID_FIELD,
                        subject + " " + PlainText.WHY + ": take it out.",
                        field.isEmpty() ? null : field);
            case MismatchedInputException mismatch ->
                new Problem(
                        CommonProblem.INVALID_FIELD,
                        subject + " cannot be read: it must be " + expected(mismatch.getTargetType()) + ".",
                        field.isEmpty() ? null : field);
            default ->
                new Problem(
                        CommonProblem.INVALID_FIELD,
                        subject + " cannot be read: " + reason(failed) + ".",
                        field.isEmpty() ? null : field);
        };
    }

    private static String path(JacksonException failed) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : failed.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? place(failed) : path.toString();
    }

    /** Where the parser stands, for what fails before a field takes it. */
    private static String place(JacksonException failed) {
        @org.jspecify.annotations.Nullable
        TokenStreamContext context =
                failed.processor() instanceof JsonParser parser ? parser.streamReadContext() : null;
        String pointer = context == null ? "" : context.pathAsPointer().toString();
        return pointer.length() > LONGEST_PLACE
                ? ""
                : pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]")
                        .replaceFirst("^/", "")
                        .replace('/', '.');
    }

    /** What a value of that type looks like. */
    static String expected(@org.jspecify.annotations.Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "a text in quotes (amounts too: \"12.34\")";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number without quotes";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false without quotes";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list in []";
        }
        return example(type);
    }

    private static String example(Class<?> type) {
        if (type == Instant.class) {
            return "an instant such as \"2026-03-02T09:00:00Z\"";
        }
        if (type == LocalDate.class) {
            return "a day such as \"2026-03-02\"";
        }
        if (type == LocalTime.class) {
            return "a time of day such as \"09:00\"";
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return "a time zone such as \"Europe/Berlin\"";
        }
        if (type == URI.class) {
            return "an address such as \"https://example.org/orders\"";
        }
        return type == UUID.class ? "an id such as \"0195a3c2-7b1e-7000-8000-000000000000\"" : "an object in {}";
    }

    private static String known(@org.jspecify.annotations.Nullable Collection<Object> fields) {
        return fields == null
                ? ""
                : " Known here: "
                        + fields.stream().map(Object::toString).sorted().collect(Collectors.joining(", ")) + ".";
    }

    private static String position(StreamReadException syntax) {
        return syntax.getLocation() == null
                ? ""
                : " (line " + syntax.getLocation().getLineNr() + ", column "
                        + syntax.getLocation().getColumnNr() + ")";
    }

    private static String firstLine(JacksonException failed) {
        String message = failed.getOriginalMessage();
        return message == null
                ? "it ends or breaks there"
                : PARSERS_OWN.matcher(message.lines().findFirst().orElse("")).replaceAll("");
    }

    /** Values a record's own constructor refuses carry its words. */
    private static String reason(JacksonException failed) {
        Throwable cause = failed.getCause();
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : firstLine(failed);
    }
}
