package dev.baton.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before a server, whatever it speaks, and lets somebody look each time it answers. */
public final class Doorway implements AutoCloseable {

    private static final int CHUNK = 16 * 1024;

    private final ServerSocket door;
    private final int behind;
    private final Runnable look;

    /**
     * Opens it.
     *
     * @param behind the server's port on this machine
     * @param look what is done before each piece of an answer is passed on
     */
    public Doorway(int behind, Runnable look) {
        this.behind = behind;
        this.look = look;
        try {
            door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("doorway").start(this::admit);
    }

    /** Where to knock instead of at the server. */
    public int port() {
        return door.getLocalPort();
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                Thread.ofVirtual().start(() -> pass(caller, server, () -> {}));
                Thread.ofVirtual().start(() -> pass(server, caller, look));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to, Runnable before) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                before.run();
                out.write(chunk, 0, read);
                out.flush();
            }
        } catch (IOException hungUp) {
            // one side went away, and the other goes with it
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
