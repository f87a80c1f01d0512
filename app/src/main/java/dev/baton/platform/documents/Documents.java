package dev.baton.platform.documents;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.Problem;
import dev.baton.platform.Sealing;
import dev.baton.platform.SqlArrays;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The only home of raw and rendered documents (D19): bytes are compressed, sealed and kept in parts. Every
 * method needs an open transaction of the merchant.
 */
@Component
public final class Documents {

    /** Largest document, in bytes before compression. */
    public static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final int PART_BYTES = 256 * 1024;
    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final MerchantKeys merchantKeys;
    private final Subjects subjects;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Documents(JdbcClient jdbc, MerchantKeys merchantKeys, Subjects subjects, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.merchantKeys = merchantKeys;
        this.subjects = subjects;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores one document. */
    public DocumentId store(MerchantId merchant, NewDocument document) {
        return storeAll(merchant, List.of(document)).getFirst();
    }

    /** Stores documents; ids come in the given order. */
    public List<DocumentId> storeAll(MerchantId merchant, List<NewDocument> documents) {
        if (documents.isEmpty()) {
            return List.of();
        }
        Sealing merchantKey = merchantKeys.of(merchant);
        List<Sealed> sealed = new ArrayList<>(documents.size());
        for (NewDocument document : documents) {
            sealed.add(seal(merchantKey, document));
        }
        insertHeads(merchant, documents, sealed);
        insertParts(merchant, sealed);
        return sealed.stream().map(s -> new DocumentId(s.id())).toList();
    }

    private record Sealed(UUID id, byte[] sha256, byte @Nullable [] wrappedKey, List<byte[]> parts) {}

    private Sealed seal(Sealing merchantKey, NewDocument document) {
        UUID id = ids.next();
        byte[] context = MerchantKeys.bytes(id);
        SubjectKey subject = document.subject();
        byte @Nullable [] wrapped = null;
        Sealing cipher;
        if (subject != null) {
            cipher = subject.sealing();
        } else {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            wrapped = merchantKey.seal(key, context);
            cipher = new Sealing(key);
        }
        byte[] packed = document.content().deflated();
        List<byte[]> parts = new ArrayList<>(1);
        for (int from = 0; from < packed.length; from += PART_BYTES) {
            parts.add(
                    cipher.seal(Arrays.copyOfRange(packed, from, Math.min(packed.length, from + PART_BYTES)), context));
        }
        return new Sealed(id, document.content().sha256(), wrapped, parts);
    }

    private void insertHeads(MerchantId merchant, List<NewDocument> documents, List<Sealed> sealed) {
        List<@Nullable UUID> subjectIds = new ArrayList<>(documents.size());
        for (NewDocument document : documents) {
            SubjectKey subject = document.subject();
            subjectIds.add(subject == null ? null : subject.subject().value());
        }
        List<byte @Nullable []> wrapped = new ArrayList<>(sealed.size());
        sealed.forEach(s -> wrapped.add(s.wrappedKey()));
        jdbc.sql("""
                insert into document (merchant_id, document_id, sha256, media_type, headers, received_at,
                                      source_version, retention, subject_id, wrapped_key, size_bytes, parts)
                select :merchant, d.id, d.sha256, d.media_type, d.headers, :at, d.source_version, d.retention,
                       d.subject_id, d.wrapped, d.size, d.parts
                from unnest(:ids::uuid[], :digests::bytea[], :types::text[], :headers::text[], :versions::text[],
                            :retentions::text[], :subjects::uuid[], :wrapped::bytea[], :sizes::int4[],
                            :parts::int4[])
                     as d (id, sha256, media_type, headers, source_version, retention, subject_id, wrapped, size, parts)
                """)
                .param("merchant", merchant.value())
                .param("at", SqlArrays.instant(clock.instant()))
                .param("ids", SqlArrays.uuids(sealed.stream().map(Sealed::id).toList()))
                .param(
                        "digests",
                        SqlArrays.blobs(new ArrayList<>(
                                sealed.stream().map(Sealed::sha256).toList())))
                .param(
                        "types",
                        SqlArrays.texts(
                                documents.stream().map(NewDocument::mediaType).toList()))
                .param(
                        "headers",
                        SqlArrays.texts(
                                documents.stream().map(NewDocument::headersJson).toList()))
                .param("versions", SqlArrays.texts(versions(documents)))
                .param(
                        "retentions",
                        SqlArrays.texts(documents.stream()
                                .map(d -> d.retention().name())
                                .toList()))
                .param("subjects", SqlArrays.uuids(subjectIds))
                .param("wrapped", SqlArrays.blobs(wrapped))
                .param(
                        "sizes",
                        SqlArrays.ints(documents.stream()
                                .mapToInt(d -> d.content().size())
                                .toArray()))
                .param(
                        "parts",
                        SqlArrays.ints(
                                sealed.stream().mapToInt(s -> s.parts().size()).toArray()))
                .update();
    }

    private static List<@Nullable String> versions(List<NewDocument> documents) {
        List<@Nullable String> versions = new ArrayList<>(documents.size());
        documents.forEach(document -> versions.add(document.sourceVersion()));
        return versions;
    }

    private void insertParts(MerchantId merchant, List<Sealed> sealed) {
        List<UUID> documentIds = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<byte @Nullable []> bytes = new ArrayList<>();
        for (Sealed document : sealed) {
            for (int part = 0; part < document.parts().size(); part++) {
                documentIds.add(document.id());
                numbers.add(part);
                bytes.add(document.parts().get(part));
            }
        }
        jdbc.sql("""
                insert into document_part (merchant_id, document_id, part, sealed)
                select :merchant, p.id, p.part, p.sealed
                from unnest(:ids::uuid[], :numbers::int4[], :bytes::bytea[]) as p (id, part, sealed)
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(documentIds))
                .param("numbers", SqlArrays.ints(numbers))
                .param("bytes", SqlArrays.blobs(bytes))
                .update();
    }

    /** Notes which person each document speaks of, so that erasure finds it. */
    public void link(MerchantId merchant, Map<DocumentId, SubjectId> people) {
        if (people.isEmpty()) {
            return;
        }
        List<UUID> documentIds = new ArrayList<>();
        List<UUID> subjectIds = new ArrayList<>();
        people.forEach((document, subject) -> {
            documentIds.add(document.value());
            subjectIds.add(subject.value());
        });
        jdbc.sql("""
                insert into subject_document (merchant_id, subject_id, document_id)
                select :merchant, l.subject_id, l.document_id
                from unnest(:subjects::uuid[], :documents::uuid[]) as l (subject_id, document_id)
                on conflict (merchant_id, subject_id, document_id) do nothing
                """)
                .param("merchant", merchant.value())
                .param("subjects", SqlArrays.uuids(subjectIds))
                .param("documents", SqlArrays.uuids(documentIds))
                .update();
    }

    /**
     * Reads one document.
     *
     * @throws Problem NOT_FOUND when there is none of that id, or its person was erased
     */
    public StoredDocument read(MerchantId merchant, DocumentId document) {
        StoredDocument found = readAll(merchant, List.of(document)).get(document);
        if (found == null) {
            throw new Problem(CommonProblem.NOT_FOUND, "This document is not here, or its person was erased.");
        }
        return found;
    }

    /** Reads documents; one that is not there or whose person was erased is absent. */
    public Map<DocumentId, StoredDocument> readAll(MerchantId merchant, Collection<DocumentId> documents) {
        return new DocumentReader(jdbc, merchantKeys.of(merchant), subjects).read(merchant, documents);
    }
}
