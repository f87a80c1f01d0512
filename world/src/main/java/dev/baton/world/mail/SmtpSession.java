package dev.baton.world.mail;

import dev.baton.world.http.Body;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** One client's conversation with the mail server. */
final class SmtpSession {

    private static final int LONGEST_LINE = 4096;
    private static final int LARGEST_MESSAGE = 20 * 1024 * 1024;

    private final SmtpServer.Login login;
    private final SmtpDesk desk;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean encrypted;
    private boolean known;
    private boolean fromGiven;
    private String from = "";
    private final List<String> to = new ArrayList<>();

    SmtpSession(Socket socket, SmtpServer.Login login, SmtpDesk desk) throws IOException {
        this.socket = socket;
        this.login = login;
        this.desk = desk;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Talks until the client leaves or is cut off. */
    void run() throws IOException {
        say(220, "mail.example ESMTP");
        boolean more = true;
        while (more) {
            String line = line();
            if (line == null) {
                return;
            }
            int space = line.indexOf(' ');
            String verb = (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
            more = obey(verb, space < 0 ? "" : line.substring(space + 1).strip());
        }
    }

    private boolean obey(String verb, String rest) throws IOException {
        switch (verb) {
            case "HELO" -> say(250, "mail.example");
            case "EHLO" -> greet();
            case "STARTTLS" -> startTls();
            case "AUTH" -> authenticate(rest);
            case "MAIL" -> mail(rest);
            case "RCPT" -> recipient(rest);
            case "DATA" -> {
                return content();
            }
            case "RSET" -> {
                forget();
                say(250, "2.0.0 Ok");
            }
            case "NOOP" -> say(250, "2.0.0 Ok");
            case "QUIT" -> {
                say(221, "2.0.0 Bye");
                return false;
            }
            default -> say(502, "5.5.1 Unknown command");
        }
        return true;
    }

    private void greet() throws IOException {
        StringBuilder offers =
                new StringBuilder("250-mail.example\r\n250-8BITMIME\r\n250-SIZE " + LARGEST_MESSAGE + "\r\n");
        if (!encrypted) {
            offers.append("250-STARTTLS\r\n");
        }
        offers.append("250-AUTH PLAIN LOGIN\r\n250 ENHANCEDSTATUSCODES\r\n");
        write(offers.toString());
    }

    private void startTls() throws IOException {
        if (encrypted) {
            say(503, "5.5.1 Encrypted already");
            return;
        }
        say(220, "2.0.0 Go ahead");
        SSLSocket secure = (SSLSocket) login.tls()
                .context()
                .getSocketFactory()
                .createSocket(socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        socket = secure;
        in = new BufferedInputStream(secure.getInputStream());
        out = secure.getOutputStream();
        encrypted = true;
        known = false;
        forget();
    }

    private void authenticate(String rest) throws IOException {
        String[] words = rest.split(" ", 2);
        String user;
        String password;
        if (words[0].equalsIgnoreCase("PLAIN")) {
            String[] parts = decoded(words.length > 1 ? words[1] : ask("")).split("\0", 3);
            user = parts.length == 3 ? parts[1] : "";
            password = parts.length == 3 ? parts[2] : "";
        } else if (words[0].equalsIgnoreCase("LOGIN")) {
            user = decoded(words.length > 1 ? words[1] : ask("VXNlcm5hbWU6"));
            password = decoded(ask("UGFzc3dvcmQ6"));
        } else {
            say(504, "5.5.4 PLAIN or LOGIN");
            return;
        }
        known = user.equals(login.user()) && password.equals(login.password());
        say(known ? 235 : 535, known ? "2.7.0 Welcome" : "5.7.8 Not known here");
    }

    private String ask(String question) throws IOException {
        say(334, question);
        String line = line();
        return line == null ? "" : line;
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private void mail(String rest) throws IOException {
        if (!known) {
            say(530, "5.7.0 Log in first");
            return;
        }
        forget();
        from = address(rest);
        fromGiven = true;
        say(250, "2.1.0 Ok");
    }

    private void recipient(String rest) throws IOException {
        if (!fromGiven) {
            say(503, "5.5.1 MAIL first");
            return;
        }
        String recipient = address(rest);
        SmtpAnswer answer = desk.recipient(from, recipient);
        if (answer.isGood()) {
            to.add(recipient);
        }
        say(answer.code(), answer.text());
    }

    private boolean content() throws IOException {
        if (to.isEmpty()) {
            say(503, "5.5.1 RCPT first");
            return true;
        }
        say(354, "End with a dot");
        byte[] bytes = message();
        SmtpAnswer answer = desk.deliver(new Envelope(from, List.copyOf(to), Body.of(bytes)));
        forget();
        if (answer.code() == 0) {
            return false;
        }
        say(answer.code(), answer.text());
        return true;
    }

    private byte[] message() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (true) {
            byte[] line = rawLine(LARGEST_MESSAGE);
            if (line.length == 0) {
                // Cut in the middle is no message.
                throw new IOException("the client left before the end of its message");
            }
            if (line.length == 3 && line[0] == '.' && line[1] == '\r') {
                return message.toByteArray();
            }
            int from = line[0] == '.' ? 1 : 0;
            message.write(line, from, line.length - from);
        }
    }

    private void forget() {
        fromGiven = false;
        from = "";
        to.clear();
    }

    /** The address between the angle brackets, in lower case. */
    private static String address(String rest) {
        int open = rest.indexOf('<');
        int close = rest.indexOf('>', open + 1);
        return open < 0 || close < 0 ? "" : rest.substring(open + 1, close).toLowerCase(Locale.ROOT);
    }

    private @Nullable String line() throws IOException {
        byte[] line = rawLine(LONGEST_LINE);
        return line.length == 0 ? null : new String(line, StandardCharsets.UTF_8).stripTrailing();
    }

    /** One line with its end; empty when the client has gone. */
    private byte[] rawLine(int longest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return new byte[0];
        }
        while (next >= 0 && line.size() < longest) {
            line.write(next);
            if (next == '\n') {
                return line.toByteArray();
            }
            next = in.read();
        }
        throw new IOException("the client left in the middle of a line");
    }

    private void say(int code, String text) throws IOException {
        write(code + " " + text + "\r\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
