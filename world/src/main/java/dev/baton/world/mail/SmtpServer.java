package dev.baton.world.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A mail server on the loopback address that speaks ESMTP with STARTTLS and AUTH. Source: RFC 5321, 3207, 4954. */
public final class SmtpServer implements AutoCloseable {

    private static final int BACKLOG = 256;
    private static final int QUIET_MILLIS = 120_000;

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private SmtpServer(ServerSocket socket) {
        this.socket = socket;
    }

    /**
     * Who may send.
     *
     * @param tls what the server shows when a client asks for STARTTLS
     */
    public record Login(String user, String password, Certificate tls) {}

    /** Starts a server; whoever logs in may send to whomever the desk takes. A port of 0 is any free one. */
    public static SmtpServer start(int port, Login login, SmtpDesk desk) {
        try {
            SmtpServer server = new SmtpServer(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()));
            server.threads.execute(() -> server.listen(login, desk));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("the world's mail server cannot listen", e);
        }
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    private void listen(Login login, SmtpDesk desk) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                client.setSoTimeout(QUIET_MILLIS);
                threads.execute(() -> serve(client, login, desk));
            } catch (IOException _) {
                // Closed, or the client left before it was served.
            }
        }
    }

    private static void serve(Socket client, Login login, SmtpDesk desk) {
        try (client) {
            new SmtpSession(client, login, desk).run();
        } catch (IOException _) {
            // The client has gone; it has to say everything anew.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
