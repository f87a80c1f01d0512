package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * A file in a request: the body itself, or the first file of a form (multipart/form-data). It is read as it comes in;
 * nothing of it is kept in memory or in a temporary file.
 *
 * @param name as the form says it; null when it does not
 */
record UploadedFile(@Nullable String name, String mediaType, InputStream bytes) {

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

    private static Problem unreadable() {
        return new Problem(
                CommonProblem.MALFORMED, "The form has no file: send the file as the body, or as a part of a form.");
    }
}
