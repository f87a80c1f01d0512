package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** The one place where a refusal, a fault or a body nobody can read becomes {@code application/problem+json}. */
@ControllerAdvice
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final ProblemWriter writer;
    private final Correlation correlation;

    Problems(ProblemWriter writer, Correlation correlation) {
        this.writer = writer;
        this.correlation = correlation;
    }

    @ExceptionHandler
    void refused(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(response, problem, correlation.of(request, response));
    }

    @ExceptionHandler
    void unreadable(HttpMessageNotReadableException failed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refused(unreadable(failed), request, response);
    }

    private static Problem unreadable(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof JacksonException json) {
                return JsonMistake.problem(json);
            }
        }
        return new Problem(CommonProblem.MALFORMED, "The body is missing: send a JSON object.");
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    void database(RuntimeException failed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refused(DatabaseTrouble.problem(failed), request, response);
    }

    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    void noSuchPath(Exception failed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        refused(
                new Problem(CommonProblem.NOT_FOUND, "There is nothing at this path; /api lists every call."),
                request,
                response);
    }

    @ExceptionHandler
    void method(HttpRequestMethodNotSupportedException failed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String[] allowed = failed.getSupportedMethods();
        String methods = allowed == null ? "another method" : String.join(" or ", allowed);
        refused(new Problem(ApiProblem.METHOD_NOT_ALLOWED, "Use " + methods + " here."), request, response);
    }

    @ExceptionHandler
    void mediaType(HttpMediaTypeNotSupportedException failed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refused(
                new Problem(
                        ApiProblem.UNSUPPORTED_MEDIA_TYPE,
                        "Send JSON with the header Content-Type: application/json.",
                        "Content-Type"),
                request,
                response);
    }

    @ExceptionHandler
    void notAcceptable(
            HttpMediaTypeNotAcceptableException failed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refused(
                new Problem(ApiProblem.NOT_ACCEPTABLE, "Send the header Accept: application/json.", "Accept"),
                request,
                response);
    }

    @ExceptionHandler
    void missing(
            MissingServletRequestParameterException failed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refused(missing(failed.getParameterName()), request, response);
    }

    @ExceptionHandler
    void missing(MissingRequestHeaderException failed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refused(missing(failed.getHeaderName()), request, response);
    }

    private static Problem missing(String field) {
        return new Problem(CommonProblem.INVALID_FIELD, field + " is missing: add it.", field);
    }

    @ExceptionHandler
    void mistyped(MethodArgumentTypeMismatchException failed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Class<?> wanted = failed.getRequiredType();
        String what = wanted == null ? "something else" : JsonMistake.expected(wanted);
        refused(
                new Problem(
                        CommonProblem.INVALID_FIELD,
                        failed.getName() + " cannot be read: it must be " + what + ".",
                        failed.getName()),
                request,
                response);
    }

    @ExceptionHandler
    void broken(Exception failed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = correlation.of(request, response);
        log.error("request {} broke", id, failed);
        writer.write(
                response,
                new Problem(
                        ApiProblem.INTERNAL,
                        "Something broke inside; tell the operator the correlation id of this answer."),
                id);
    }
}
