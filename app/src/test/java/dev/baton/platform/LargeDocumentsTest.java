package dev.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.LargeDocuments;
import dev.baton.platform.documents.LargeDocuments.About;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.testing.TestBaton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeDocumentsTest {

    private static final About ABOUT = new About("text/csv", "{}", RetentionClass.STOCK_FEED);

    private final TestBaton baton = TestBaton.shared();
    private final LargeDocuments documents = baton.bean(LargeDocuments.class);
    private final MerchantId merchant = new MerchantId(UUID.randomUUID());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 262_143, 262_144, 3_000_000})
    void givesBackTheVeryBytesPartByPart(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);

        LargeDocuments.Stored stored = documents.store(merchant, ABOUT, new ByteArrayInputStream(bytes));

        assertThat(stored.bytes()).isEqualTo(size);
        try (InputStream in = documents.open(merchant, stored.id())) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(parts(stored.id())).isBetween(1L, size / 262_144L + 2);
        assertThat(baton.in(
                        merchant,
                        () -> baton.bean(Documents.class)
                                .read(merchant, stored.id())
                                .bytes()))
                .isEqualTo(bytes);
    }

    @Test
    void keepsNothingOfAStreamThatBreaksOff() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[10]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut off");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        });

        assertThatThrownBy(() -> documents.store(merchant, ABOUT, broken)).hasMessage("cut off");

        assertThat(baton.in(
                        merchant,
                        () -> baton.jdbc()
                                .sql("select count(*) from document_part where merchant_id = :merchant")
                                .param("merchant", merchant.value())
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void saysThatADocumentIsNotThere() {
        assertThatThrownBy(() -> documents.open(merchant, new DocumentId(UUID.randomUUID())))
                .isInstanceOf(Problem.class);
    }

    private long parts(DocumentId document) {
        return baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql(
                                "select count(*) from document_part where merchant_id = :merchant and document_id = :document")
                        .param("merchant", merchant.value())
                        .param("document", document.value())
                        .query(Long.class)
                        .single());
    }
}
