package dev.baton.platform.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;

/**
 * Style sheet and scripts of our pages, from our own jar. The address of each carries a hash of its content, so that
 * it may be kept for ever; nothing but these few can be asked for.
 */
@Component
public final class Assets {

    private static final int HASH_BYTES = 6;

    /** The style sheet of all pages. */
    public static final String CSS = "baton.css";

    private static final String HTMX = "htmx.js";
    private static final String COPY = "copy.js";
    private static final String KEYS = "keys.js";

    private static final Map<String, String> FILES = Map.of(
            CSS, "/assets/baton.css",
            COPY, "/assets/copy.js",
            KEYS, "/assets/keys.js",
            HTMX, "/META-INF/resources/webjars/htmx.org/2.0.8/dist/htmx.min.js");

    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Map<String, Asset> byName = new LinkedHashMap<>();

    Assets() {
        FILES.forEach((name, file) -> {
            byte[] bytes = read(file);
            int dot = name.indexOf('.');
            String hashed = name.substring(0, dot) + "-" + hash(bytes) + name.substring(dot);
            addresses.put(name, "/assets/" + hashed);
            byName.put(hashed, new Asset(bytes, gzip(bytes), name.endsWith(".css") ? "text/css" : "text/javascript"));
        });
    }

    /** One file; {@code packed} is the same, compressed with gzip. */
    record Asset(byte[] bytes, byte[] packed, String mediaType) {}

    /** The shell of a page with this title in this language. */
    public Shell shell(String language, String title) {
        return new Shell(language, title, address(CSS), List.of(address(COPY), address(HTMX)));
    }

    /** The shell of a staff page: as {@link #shell}, and the keyboard. */
    public Shell console(String language, String title) {
        return new Shell(language, title, address(CSS), List.of(address(COPY), address(KEYS), address(HTMX)));
    }

    private String address(String name) {
        return Objects.requireNonNull(addresses.get(name));
    }

    Optional<Asset> find(String hashedName) {
        return Optional.ofNullable(byName.get(hashedName));
    }

    private static byte[] read(String file) {
        try (InputStream in = Assets.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
