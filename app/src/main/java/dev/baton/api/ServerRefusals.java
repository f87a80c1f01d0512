package dev.baton.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What the server itself refuses, before any of our own code is asked, as a problem instead of its page of HTML. */
@Component
class ServerRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int FIRST_REFUSAL = 400;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass("");
                host.getPipeline().addValve(new ProblemValve());
            }
        });
    }

    /** Says no more than the status: what was sent may be anything. */
    private static final class ProblemValve extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failed) {
            int status = response.getStatus();
            if (status < FIRST_REFUSAL || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            String code = status == 405 ? "METHOD_NOT_ALLOWED" : status < 500 ? "MALFORMED" : "INTERNAL";
            String detail = status < 500
                    ? "The request line, a header or the path cannot be read: send a plain method, a path without"
                            + " encoded slashes or U+0000, and headers of visible characters."
                    : "Something broke inside; tell the operator when it was.";
            String body = """
                    {"type":"urn:baton:problem:%s","title":"%s","status":%d,"detail":"%s","code":"%s"}""".formatted(code, "The request cannot be served", status, detail, code);
            try {
                response.setContentType(ProblemWriter.MEDIA_TYPE);
                response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                var out = response.getReporter();
                if (out != null) {
                    out.write(body);
                    response.finishResponse();
                }
            } catch (IOException gone) {
                // nobody listens any more
            }
        }
    }
}
