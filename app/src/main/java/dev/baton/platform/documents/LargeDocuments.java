package dev.baton.platform.documents;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.Problem;
import dev.baton.platform.Sealing;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Documents larger than memory, stored as {@link Documents} stores them, a part in a transaction of its own; the head
 * comes last, so that one cut off in between is not there. Call it without an open transaction.
 */
@Component
public final class LargeDocuments {

    /** Largest document, in bytes before compression: just below 2 GiB. */
    public static final long MOST_BYTES = Integer.MAX_VALUE;

    private static final int PART_BYTES = 256 * 1024;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int KEY_BYTES = 32;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final MerchantKeys merchantKeys;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LargeDocuments(Tenancy tenancy, JdbcClient jdbc, MerchantKeys merchantKeys, Ids ids, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.merchantKeys = merchantKeys;
        this.ids = ids;
        this.clock = clock;
    }

    /** A document as it was stored; {@code bytes} before compression. */
    public record Stored(DocumentId id, long bytes, byte[] sha256) {}

    /** What a document is, beside its bytes; meanings as in {@link NewDocument}. */
    public record About(String mediaType, String headersJson, RetentionClass retention) {}

    private record Making(MerchantId merchant, UUID id, Sealing cipher, byte[] wrappedKey) {}

    /**
     * Stores what the stream holds, to its end.
     *
     * @throws Problem TOO_LARGE beyond {@link #MOST_BYTES}
     * @throws IOException when the stream breaks off; nothing is stored then
     */
    public Stored store(MerchantId merchant, About about, InputStream in) throws IOException {
        Making making = tenancy.inTransaction(merchant, () -> begin(merchant));
        boolean whole = false;
        try (Parts parts = new Parts(making)) {
            Stored stored = parts.pack(in);
            tenancy.run(merchant, () -> insertHead(making, about, stored, parts.count));
            whole = true;
            return stored;
        } finally {
            if (!whole) {
                drop(making);
            }
        }
    }

    private Making begin(MerchantId merchant) {
        UUID id = ids.next();
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        byte[] wrapped = merchantKeys.of(merchant).seal(key, MerchantKeys.bytes(id));
        return new Making(merchant, id, new Sealing(key), wrapped);
    }

    /** Compresses a stream and stores it part by part. */
    private final class Parts implements AutoCloseable {

        private final Making making;
        private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        private final ByteArrayOutputStream packed = new ByteArrayOutputStream(PART_BYTES + BUFFER_BYTES);
        private final byte[] buffer = new byte[BUFFER_BYTES];
        private int count;

        Parts(Making making) {
            this.making = making;
        }

        Stored pack(InputStream in) throws IOException {
            MessageDigest digest = Packing.digest();
            long bytes = 0;
            byte[] clear = new byte[BUFFER_BYTES];
            for (int many = in.read(clear); many >= 0; many = in.read(clear)) {
                bytes += many;
                if (bytes > MOST_BYTES) {
                    throw new Problem(
                            CommonProblem.TOO_LARGE,
                            "A file may have " + MOST_BYTES + " bytes at most: split it, or send it packed with gzip.");
                }
                digest.update(clear, 0, many);
                deflater.setInput(clear, 0, many);
                while (!deflater.needsInput()) {
                    packed.write(buffer, 0, deflater.deflate(buffer));
                }
                writeWholeParts();
            }
            deflater.finish();
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            writeWholeParts();
            if (packed.size() > 0) {
                write(packed.toByteArray());
            }
            return new Stored(new DocumentId(making.id()), bytes, digest.digest());
        }

        private void writeWholeParts() {
            if (packed.size() < PART_BYTES) {
                return;
            }
            byte[] all = packed.toByteArray();
            int from = 0;
            for (; all.length - from >= PART_BYTES; from += PART_BYTES) {
                write(Arrays.copyOfRange(all, from, from + PART_BYTES));
            }
            packed.reset();
            packed.write(all, from, all.length - from);
        }

        private void write(byte[] part) {
            byte[] sealed = making.cipher().seal(part, MerchantKeys.bytes(making.id()));
            int number = count++;
            tenancy.run(
                    making.merchant(),
                    () -> jdbc.sql("""
                            insert into document_part (merchant_id, document_id, part, sealed)
                            values (:merchant, :document, :part, :sealed)
                            on conflict (merchant_id, document_id, part) do nothing
                            """)
                            .param("merchant", making.merchant().value())
                            .param("document", making.id())
                            .param("part", number)
                            .param("sealed", sealed)
                            .update());
        }

        @Override
        public void close() {
            deflater.end();
        }
    }

    private void insertHead(Making making, About about, Stored stored, int parts) {
        jdbc.sql("""
                insert into document (merchant_id, document_id, sha256, media_type, headers, received_at, retention,
                                      wrapped_key, size_bytes, parts)
                values (:merchant, :document, :sha256, :mediaType, :headers, :at, :retention, :wrapped, :size, :parts)
                on conflict (merchant_id, document_id) do nothing
                """)
                .param("merchant", making.merchant().value())
                .param("document", making.id())
                .param("sha256", stored.sha256())
                .param("mediaType", about.mediaType())
                .param("headers", about.headersJson())
                .param("at", SqlArrays.instant(clock.instant()))
                .param("retention", about.retention().name())
                .param("wrapped", making.wrappedKey())
                .param("size", Math.toIntExact(stored.bytes()))
                .param("parts", parts)
                .update();
    }

    private void drop(Making making) {
        tenancy.run(
                making.merchant(),
                () -> jdbc.sql("delete from document_part where merchant_id = :merchant and document_id = :document")
                        .param("merchant", making.merchant().value())
                        .param("document", making.id())
                        .update());
    }

    /**
     * The bytes of a document as a stream, a part at a time, each read in a transaction of its own; close it.
     *
     * @throws Problem NOT_FOUND when there is none of that id
     */
    public InputStream open(MerchantId merchant, DocumentId document) {
        Sealing cipher = tenancy.inTransaction(merchant, () -> cipher(merchant, document));
        Inflater inflater = new Inflater(true);
        return new InflaterInputStream(new StoredParts(merchant, document, cipher), inflater, BUFFER_BYTES) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }

    private Sealing cipher(MerchantId merchant, DocumentId document) {
        byte[] wrapped = jdbc.sql("""
                select wrapped_key from document
                where merchant_id = :merchant and document_id = :document and wrapped_key is not null
                """)
                .param("merchant", merchant.value())
                .param("document", document.value())
                .query((row, number) -> row.getBytes("wrapped_key"))
                .optional()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "This document is no longer kept."));
        return new Sealing(merchantKeys.of(merchant).open(wrapped, MerchantKeys.bytes(document.value())));
    }

    /** The compressed bytes, part after part. */
    private final class StoredParts extends InputStream {

        private final MerchantId merchant;
        private final DocumentId document;
        private final Sealing cipher;
        private byte[] part = new byte[0];
        private int position;
        private int next;

        StoredParts(MerchantId merchant, DocumentId document, Sealing cipher) {
            this.merchant = merchant;
            this.document = document;
            this.cipher = cipher;
        }

        @Override
        public int read() {
            return more() ? part[position++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (!more()) {
                return -1;
            }
            int many = Math.min(length, part.length - position);
            System.arraycopy(part, position, target, offset, many);
            position += many;
            return many;
        }

        private boolean more() {
            if (position < part.length) {
                return true;
            }
            byte @Nullable [] sealed = tenancy.<byte @Nullable []>inTransaction(merchant, () -> part(next));
            if (sealed == null) {
                return false;
            }
            next++;
            position = 0;
            part = cipher.open(sealed, MerchantKeys.bytes(document.value()));
            return true;
        }

        private byte @Nullable [] part(int number) {
            return jdbc.sql("""
                    select sealed from document_part
                    where merchant_id = :merchant and document_id = :document and part = :part
                    """)
                    .param("merchant", merchant.value())
                    .param("document", document.value())
                    .param("part", number)
                    .query((row, index) -> row.getBytes("sealed"))
                    .optional()
                    .orElse(null);
        }
    }
}
