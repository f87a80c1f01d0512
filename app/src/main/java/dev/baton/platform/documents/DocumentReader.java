package dev.baton.platform.documents;

import dev.baton.platform.MerchantId;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.Sealing;
import dev.baton.platform.SqlArrays;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads documents back: heads, keys and parts in three statements, whatever their number. */
final class DocumentReader {

    private final JdbcClient jdbc;
    private final Sealing merchantKey;
    private final Subjects subjects;

    DocumentReader(JdbcClient jdbc, Sealing merchantKey, Subjects subjects) {
        this.jdbc = jdbc;
        this.merchantKey = merchantKey;
        this.subjects = subjects;
    }

    private record Head(
            UUID id,
            byte[] sha256,
            String mediaType,
            String headers,
            Instant receivedAt,
            @Nullable UUID subject,
            byte @Nullable [] wrappedKey,
            int size) {}

    Map<DocumentId, StoredDocument> read(MerchantId merchant, Collection<DocumentId> documents) {
        if (documents.isEmpty()) {
            return Map.of();
        }
        List<UUID> wanted = documents.stream().map(DocumentId::value).distinct().toList();
        List<Head> heads = heads(merchant, wanted);
        List<SubjectId> people = new ArrayList<>();
        for (Head head : heads) {
            if (head.subject() != null) {
                people.add(new SubjectId(head.subject()));
            }
        }
        Map<SubjectId, SubjectKey> keys = subjects.keys(merchant, people);
        Map<UUID, List<byte[]>> parts = parts(merchant, wanted);
        Map<DocumentId, StoredDocument> found = new HashMap<>();
        for (Head head : heads) {
            Sealing cipher = cipher(head, keys);
            if (cipher != null) {
                found.put(new DocumentId(head.id()), open(head, cipher, parts.getOrDefault(head.id(), List.of())));
            }
        }
        return found;
    }

    private List<Head> heads(MerchantId merchant, List<UUID> wanted) {
        return jdbc.sql("""
                select document_id, sha256, media_type, headers, received_at, subject_id, wrapped_key, size_bytes
                from document
                where merchant_id = :merchant and document_id = any(:ids::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(wanted))
                .query((row, number) -> new Head(
                        row.getObject("document_id", UUID.class),
                        row.getBytes("sha256"),
                        row.getString("media_type"),
                        row.getString("headers"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getObject("subject_id", UUID.class),
                        row.getBytes("wrapped_key"),
                        row.getInt("size_bytes")))
                .list();
    }

    private Map<UUID, List<byte[]>> parts(MerchantId merchant, List<UUID> wanted) {
        Map<UUID, List<byte[]>> parts = new HashMap<>();
        jdbc.sql("""
                select document_id, sealed from document_part
                where merchant_id = :merchant and document_id = any(:ids::uuid[])
                order by document_id, part
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(wanted))
                .query(row -> {
                    parts.computeIfAbsent(row.getObject("document_id", UUID.class), id -> new ArrayList<>())
                            .add(row.getBytes("sealed"));
                });
        return parts;
    }

    private @Nullable Sealing cipher(Head head, Map<SubjectId, SubjectKey> keys) {
        if (head.subject() != null) {
            SubjectKey key = keys.get(new SubjectId(head.subject()));
            return key == null ? null : key.sealing();
        }
        return head.wrappedKey() == null
                ? null
                : new Sealing(merchantKey.open(head.wrappedKey(), MerchantKeys.bytes(head.id())));
    }

    private static StoredDocument open(Head head, Sealing cipher, List<byte[]> parts) {
        byte[] context = MerchantKeys.bytes(head.id());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        parts.forEach(part -> packed.writeBytes(cipher.open(part, context)));
        byte[] clear = Packing.inflate(packed.toByteArray(), head.size());
        return new StoredDocument(
                new DocumentId(head.id()), head.mediaType(), head.headers(), clear, head.sha256(), head.receivedAt());
    }
}
