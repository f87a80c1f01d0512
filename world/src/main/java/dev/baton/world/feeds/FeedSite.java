package dev.baton.world.feeds;

import dev.baton.world.http.Body;
import dev.baton.world.http.MiniServer;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A web server with one stock file, that answers 304 to whoever has it already, and notes what it was asked. */
public final class FeedSite implements FilePlace, AutoCloseable {

    private final MiniServer server;
    private final List<Request> asked = new ArrayList<>();
    private byte[] file = new byte[0];
    private @Nullable String etag;
    private volatile Runnable unchanged = () -> {};
    private int status = 200;

    private FeedSite(@Nullable SSLContext secured) {
        this.server = MiniServer.start(0, secured, this::answer);
    }

    /** Opens one on a free port of this machine. */
    public static FeedSite open() {
        return new FeedSite(null);
    }

    /** Opens one by HTTPS, with the key and the certificate of the context. */
    public static FeedSite open(SSLContext secured) {
        return new FeedSite(secured);
    }

    /** Where the file is. */
    public URI url() {
        return server.url().resolve("/stock.csv");
    }

    /** Lays the file there; {@code version} null = the server names no version of it. */
    public synchronized void lay(byte[] bytes, @Nullable String version) {
        file = bytes.clone();
        etag = version == null ? null : "\"" + version + "\"";
        status = 200;
    }

    @Override
    public void lay(String name, byte[] content) {
        lay(content, name);
    }

    /** Whoever asks a web server for a file gets a whole one. */
    @Override
    public void write(String name, byte[] content) {
        lay(content, name);
    }

    @Override
    public void again() {
        // The version that is there stays the version that is there.
    }

    @Override
    public synchronized byte[] newest() {
        return file.clone();
    }

    /** Does that whenever it answers that nothing has changed. */
    public void whenUnchanged(Runnable act) {
        unchanged = act;
    }

    /** Answers with this status from now on. */
    public synchronized void refuse(int with) {
        status = with;
    }

    /** What it was asked, in order. */
    public synchronized List<Request> asked() {
        return List.copyOf(asked);
    }

    private synchronized Reply answer(Request request) {
        asked.add(request);
        if (status == 301) {
            return new Reply.Answer(301, "text/plain", Body.of(""), Map.of("Location", "https://elsewhere.example/x"));
        }
        if (status != 200) {
            return Reply.text(status, "No.");
        }
        if (etag != null && etag.equals(request.header("if-none-match"))) {
            unchanged.run();
            return new Reply.Answer(304, "text/csv", Body.of(""), Map.of("ETag", etag));
        }
        return new Reply.Answer(200, "text/csv", Body.of(file), etag == null ? Map.of() : Map.of("ETag", etag));
    }

    @Override
    public void close() {
        server.close();
    }
}
