package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * A file in a request: the body itself, or the first file of a form (multipart/form-data). It is read as it comes in;
 * nothing of it is kept in memory or in a temporary file.
 *
 * @param name as the form says it; null when it does not
 */
record UploadedFile(@Nullable String name, String mediaType, InputStream bytes) {

    private static final int LONGEST_NAME = 200;
    private static final String FORM = "multipart/form-data";
    private static final String UNKNOWN = "application/octet-stream";

    /** @throws Problem MALFORMED when it is a form without a file */
    static UploadedFile of(HttpServletRequest request) throws IOException {
        @Nullable String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
            return new UploadedFile(null, type == null ? UNKNOWN : type, request.getInputStream());
        }
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (!part.isFormField()) {
                    @Nullable String own = part.getContentType();
                    return new UploadedFile(part.getName(), own == null ? UNKNOWN : own, part.openStream());
                }
            }
        } catch (FileUploadException broken) {
            throw unreadable();
        }
        throw unreadable();
    }

    /** What the file is called: as the sender wishes, as the form says, or {@code upload}; at most 200 characters. */
    String called(@Nullable String wish) {
        String given = wish == null ? name : wish;
        String bare = given == null ? "" : given.replaceAll("\\p{Cntrl}", "").strip();
        return bare.isEmpty() ? "upload" : bare.substring(0, Math.min(LONGEST_NAME, bare.length()));
    }

    /**
     * A time that was said of the file; null when none was.
     *
     * @throws Problem INVALID_FIELD naming the field when it is none
     */
    static @Nullable Instant time(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD, field + " is a time in UTC such as 2026-03-02T08:30:00Z.", field);
        }
    }

    /** The rows of a file that were left out, as a file again. */
    static ResponseEntity<StreamingResponseBody> leftOut(StreamingResponseBody rows) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("errors.csv")
                                .build()
                                .toString())
                .body(rows);
    }

    private static Problem unreadable() {
        return new Problem(
                CommonProblem.MALFORMED, "The form has no file: send the file as the body, or as a part of a form.");
    }
}
