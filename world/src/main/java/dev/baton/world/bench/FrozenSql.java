package dev.baton.world.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The sections of {@code bench/limit.sql} or {@code bench/feed-limit.sql}, and the promise that they are still the text
 * every earlier ratio stood on.
 */
final class FrozenSql {

    private static final String ORDERS = "bench/limit.sql";
    private static final String ORDERS_SHA256 = "2993023805308b8c25ecb0179b47c48f39d1291ee54d29ec90a6db97829a1b2a";
    private static final String FEEDS = "bench/feed-limit.sql";
    private static final String FEEDS_SHA256 = "e1e8900a8a3709b1e1831bcd62205334f84648265722cfdfa8c94386dd2ce2cf";

    private static final Pattern HEADING = Pattern.compile("-- @([a-z-]+)");

    private final String name;
    private final Map<String, String> sections;

    private FrozenSql(String name, Map<String, String> sections) {
        this.name = name;
        this.sections = sections;
    }

    /** What an order costs. @throws IllegalStateException when the text is not the frozen one: then no ratio means anything */
    static FrozenSql load() {
        return of(read(ORDERS));
    }

    /** What a stock file costs. @throws IllegalStateException as {@link #load()} does */
    static FrozenSql loadFeeds() {
        return of(FEEDS, FEEDS_SHA256, read(FEEDS));
    }

    /** @throws IllegalStateException as {@link #load()} does */
    static FrozenSql of(byte[] bytes) {
        return of(ORDERS, ORDERS_SHA256, bytes);
    }

    private static FrozenSql of(String name, String frozen, byte[] bytes) {
        var sha256 = sha256(bytes);
        if (!sha256.equals(frozen)) {
            throw new IllegalStateException(name + " is frozen, but its SHA-256 is " + sha256 + ", not " + frozen
                    + ". Restore the file; a better limit is a new file beside it.");
        }
        return new FrozenSql(name, split(new String(bytes, StandardCharsets.UTF_8)));
    }

    /** One statement, or several ended by semicolons where the section is not run with values. */
    NamedSql section(String name) {
        var text = sections.get(name);
        if (text == null) {
            throw new IllegalStateException(this.name + " has no section @" + name);
        }
        return new NamedSql(text);
    }

    private static byte[] read(String name) {
        try (var stream = FrozenSql.class.getResourceAsStream("/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("no " + name + " on the class path");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Map<String, String> split(String file) {
        var sections = new LinkedHashMap<String, StringBuilder>();
        var current = new StringBuilder();
        for (var line : file.lines().toList()) {
            var heading = HEADING.matcher(line);
            if (heading.matches()) {
                current = new StringBuilder();
                sections.put(heading.group(1), current);
            } else {
                current.append(withoutComment(line)).append('\n');
            }
        }
        var texts = new LinkedHashMap<String, String>();
        sections.forEach((name, text) -> texts.put(name, withoutLastSemicolon(text.toString())));
        return texts;
    }

    /** No literal in the file holds two dashes, so none is cut. */
    private static String withoutComment(String line) {
        int comment = line.indexOf("--");
        return (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
    }

    private static String withoutLastSemicolon(String text) {
        var stripped = text.strip();
        return stripped.endsWith(";") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
