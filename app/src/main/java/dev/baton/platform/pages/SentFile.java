package dev.baton.platform.pages;

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

/**
 * The file of a form, read as it comes in. The form's own fields stand in its address, for nothing in front of the file is
 * read before the door has looked at who sends it.
 *
 * @param name as the browser says it
 */
public record SentFile(String name, String mediaType, InputStream bytes) {

    private static final int LONGEST_NAME = 200;
    private static final String FORM = "multipart/form-data";

    /**
     * The first file of the form.
     *
     * @throws Problem MALFORMED when the form has no file
     * @throws IOException when the sender goes away
     */
    public static SentFile of(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
            throw none();
        }
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (!part.isFormField()
                        && part.getName() != null
                        && !part.getName().isBlank()) {
                    String own = part.getContentType();
                    return new SentFile(
                            name(part.getName()), own == null ? "application/octet-stream" : own, part.openStream());
                }
            }
        } catch (FileUploadException broken) {
            throw none();
        }
        throw none();
    }

    private static String name(String said) {
        String bare = said.replaceAll("\\p{Cntrl}", "").strip();
        String last = bare.substring(Math.max(bare.lastIndexOf('/'), bare.lastIndexOf('\\')) + 1);
        return last.isEmpty() ? "upload" : last.substring(0, Math.min(LONGEST_NAME, last.length()));
    }

    private static Problem none() {
        return new Problem(CommonProblem.MALFORMED, "Choose a file first.");
    }
}
