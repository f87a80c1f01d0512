package dev.baton.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A relay that says what a test tells it to, command by command, and can hang up or fall silent. */
public final class ScriptedRelay implements AutoCloseable {

    /** Instead of an answer: the connection is cut. */
    public static final String HANG_UP = "HANG UP";

    /** Instead of an answer: none. */
    public static final String SILENCE = "SILENCE";

    /** Instead of an answer: the lines of one that never ends. */
    public static final String DRIP = "DRIP";

    private static final String END_OF_MESSAGE = "END";

    private final ServerSocket server;
    private final Map<String, List<String>> scripted = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<Socket> lines = new CopyOnWriteArrayList<>();

    public ScriptedRelay() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Answers the command with these, one after another, then as usual; END is the end of a message. */
    public ScriptedRelay answers(String command, String... replies) {
        scripted.computeIfAbsent(command, key -> new CopyOnWriteArrayList<>()).addAll(List.of(replies));
        return this;
    }

    public int port() {
        return server.getLocalPort();
    }

    public List<String> heard() {
        return heard;
    }

    /** Every message that was taken in whole, whatever was answered. */
    public List<String> messages() {
        return messages;
    }

    public int connections() {
        return lines.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket line = server.accept();
                lines.add(line);
                Thread.ofVirtual().start(() -> serve(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket line) {
        try (line) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = line.getOutputStream();
            if (!say(out, "CONNECT", "220 scripted")) {
                return;
            }
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                heard.add(said);
                String command = said.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
                if (!say(out, command, usual(command))) {
                    return;
                }
                if (command.equals("DATA") && !takeMessage(in, out)) {
                    return;
                }
            }
        } catch (IOException gone) {
            // the other side hung up
        }
    }

    private boolean takeMessage(BufferedReader in, OutputStream out) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String row = in.readLine(); row != null; row = in.readLine()) {
            if (row.equals(".")) {
                messages.add(message.toString());
                return say(out, END_OF_MESSAGE, "250 2.0.0 queued");
            }
            message.append(row).append("\r\n");
        }
        return false;
    }

    private static String usual(String command) {
        return switch (command) {
            case "EHLO" -> "250-scripted\r\n250 SIZE 30000000";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private boolean say(OutputStream out, String command, String usual) throws IOException {
        List<String> replies = scripted.getOrDefault(command, List.of());
        String reply = replies.isEmpty() ? usual : replies.removeFirst();
        if (reply.equals(HANG_UP)) {
            return false;
        }
        while (reply.equals(DRIP)) {
            out.write("250-wait\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            LockSupport.parkNanos(200_000_000);
        }
        if (!reply.equals(SILENCE)) {
            out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        return true;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket line : lines) {
                line.close();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
