package dev.baton.platform.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mail server as an operator states it: {@code scheme://user:password@host:port/folder?setting=value}. User and password
 * are percent-encoded.
 *
 * @param user null = the server asks for none
 * @param folder of the mailbox, for IMAP
 */
public record MailUrl(
        String scheme,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        String folder,
        Map<String, String> settings) {

    private static final Map<String, Integer> PORTS = Map.of("smtp", 587, "smtps", 465, "imap", 143, "imaps", 993);
    private static final Set<String> STARTTLS = Set.of("required", "optional", "off");
    private static final Set<String> SETTINGS = Set.of("starttls", "perMinute", "perConnection");

    /**
     * Reads an address of an SMTP relay.
     *
     * @throws IllegalArgumentException that says what is wrong, without the password
     */
    public static MailUrl smtp(String text) {
        return read(text, "smtp", "smtp://user:password@host:587");
    }

    /**
     * Reads an address of an IMAP mailbox.
     *
     * @throws IllegalArgumentException that says what is wrong, without the password
     */
    public static MailUrl imap(String text) {
        return read(text, "imap", "imaps://user:password@host/INBOX");
    }

    private static MailUrl read(String text, String kind, String sample) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("use an address such as " + sample, null);
        }
        String scheme = String.valueOf(uri.getScheme());
        if (uri.getHost() == null || !(scheme.equals(kind) || scheme.equals(kind + "s"))) {
            throw new IllegalArgumentException("use an address such as " + sample);
        }
        String userInfo = uri.getRawUserInfo();
        int colon = userInfo == null ? -1 : userInfo.indexOf(':');
        if (userInfo != null && colon < 0) {
            throw new IllegalArgumentException("user and password go together, as in " + sample);
        }
        String path = uri.getPath() == null ? "" : uri.getPath().replaceAll("^/+", "");
        return new MailUrl(
                scheme,
                uri.getHost(),
                uri.getPort() < 0 ? PORTS.getOrDefault(scheme, 0) : uri.getPort(),
                userInfo == null ? null : decoded(userInfo.substring(0, colon)),
                userInfo == null ? null : decoded(userInfo.substring(colon + 1)),
                path.isEmpty() ? "INBOX" : path,
                settings(uri.getRawQuery()));
    }

    private static Map<String, String> settings(@Nullable String query) {
        Map<String, String> settings = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            boolean good = name.equals("starttls") ? STARTTLS.contains(value) : value.matches("[1-9][0-9]{0,5}");
            if (!SETTINGS.contains(name) || !good) {
                throw new IllegalArgumentException(
                        "after the question mark use starttls=required|optional|off, perMinute=N, perConnection=N");
            }
            settings.put(name, value);
        }
        return Map.copyOf(settings);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Whether the connection is encrypted from its first byte. */
    boolean isTls() {
        return scheme.endsWith("s");
    }

    /** A number after the question mark; the usual one where none is stated. */
    int number(String name, int usual) {
        String said = settings.get(name);
        return said == null ? usual : Integer.parseInt(said);
    }

    /** {@code required}, {@code optional} or {@code off}. */
    String starttls() {
        return settings.getOrDefault("starttls", "required");
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
