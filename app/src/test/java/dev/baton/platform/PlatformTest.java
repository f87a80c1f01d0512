package dev.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.NewDocument;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.platform.documents.SubjectKey;
import dev.baton.platform.documents.Subjects;
import dev.baton.testing.TestBaton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlatformTest {

    private final TestBaton baton = TestBaton.shared();
    private final Documents documents = baton.bean(Documents.class);

    @Test
    void keepsTheVeryBytesOfADocumentInPartsAndSealed() {
        MerchantId merchant = baton.newMerchant();
        byte[] bytes = new byte[700_000];
        new java.util.Random(7).nextBytes(bytes);

        var id = baton.in(merchant, () -> documents.store(merchant, document(bytes, null)));

        assertThat(baton.in(merchant, () -> documents.read(merchant, id)).bytes())
                .isEqualTo(bytes);
        assertThat(baton.<Long>in(
                        merchant,
                        () -> baton.jdbc()
                                .sql("select count(*) from document_part where merchant_id = :m")
                                .param("m", merchant.value())
                                .query(Long.class)
                                .single()))
                .isEqualTo(3);
    }

    @Test
    void readsADocumentOnlyWhileItsPersonIsNotErased() {
        MerchantId merchant = baton.newMerchant();
        byte[] bytes = "to Ada".getBytes(StandardCharsets.UTF_8);
        SubjectKey person = baton.in(
                merchant,
                () -> baton.bean(Subjects.class).createAll(merchant, 1).getFirst());
        var id = baton.in(merchant, () -> documents.store(merchant, document(bytes, person)));
        assertThat(baton.in(merchant, () -> documents.read(merchant, id)).bytes())
                .isEqualTo(bytes);

        baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("update subject set wrapped_key = null where merchant_id = :m")
                        .param("m", merchant.value())
                        .update());

        assertThatThrownBy(() -> baton.in(merchant, () -> documents.read(merchant, id)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void showsNothingOfAnotherMerchantEvenWithoutAPredicate() {
        MerchantId mine = baton.newMerchant();
        MerchantId other = baton.newMerchant();
        baton.in(other, () -> documents.store(other, document(new byte[] {1}, null)));

        long seen = baton.<Long>in(
                mine,
                () -> baton.jdbc()
                        .sql("select count(*) from document")
                        .query(Long.class)
                        .single());
        long withoutMerchant = baton.jdbc()
                .sql("select count(*) from document")
                .query(Long.class)
                .single();

        assertThat(seen).isZero();
        assertThat(withoutMerchant).isZero();
        assertThatThrownBy(() -> baton.in(mine, () -> baton.in(other, () -> 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void handsOutEveryNumberOnce() {
        MerchantId merchant = baton.newMerchant();
        Numbers numbers = baton.bean(Numbers.class);

        List<String> first = numbers.take(merchant, "sales_order", 150);
        List<String> second = numbers.take(merchant, "sales_order", 150);

        assertThat(first).startsWith("1001").doesNotContainAnyElementsOf(second);
        assertThat(second).hasSize(150).doesNotHaveDuplicates();
    }

    @Test
    void opensATaskOnceWhileItIsOpen() {
        MerchantId merchant = baton.newMerchant();
        Tasks tasks = baton.bean(Tasks.class);
        UUID subject = UUID.randomUUID();
        var task = new Tasks.NewTask("test.kind", "thing", subject, "A thing", "Do this.");

        baton.bean(Tenancy.class).run(merchant, () -> tasks.openAll(merchant, List.of(task, task)));
        baton.bean(Tenancy.class).run(merchant, () -> tasks.open(merchant, task));

        assertThat(baton.<Long>in(merchant, () -> tasks.countOpen(merchant))).isEqualTo(1);
        assertThat(baton.<Integer>in(merchant, () -> tasks.closeFor(merchant, "test.kind", subject, "done")))
                .isEqualTo(1);
        baton.bean(Tenancy.class).run(merchant, () -> tasks.open(merchant, task));
        assertThat(baton.<Long>in(merchant, () -> tasks.countOpen(merchant))).isEqualTo(1);
    }

    @Test
    void closesEachWithItsReasonAndNothingElse() {
        MerchantId merchant = baton.newMerchant();
        Tasks tasks = baton.bean(Tasks.class);
        Tenancy tenancy = baton.bean(Tenancy.class);
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        tenancy.run(
                merchant,
                () -> tasks.openAll(merchant, List.of(task("late", one), task("lost", one), task("late", other))));

        tenancy.run(
                merchant,
                () -> tasks.closeEach(
                        merchant,
                        List.of(
                                new Tasks.Ended("test.late", one, "it came"),
                                new Tasks.Ended("test.lost", other, "it was found"))));

        assertThat(baton.<List<Tasks.Task>>in(merchant, () -> tasks.open(merchant, null, 10)))
                .extracting(Tasks.Task::kind, Tasks.Task::subject)
                .containsExactlyInAnyOrder(tuple("test.lost", one), tuple("test.late", other));
        assertThat(baton.<String>in(
                        merchant,
                        () -> baton.jdbc()
                                .sql(
                                        "select closed_why from task where merchant_id = :merchant and closed_at is not null")
                                .param("merchant", merchant.value())
                                .query(String.class)
                                .single()))
                .isEqualTo("it came");
    }

    private static Tasks.NewTask task(String kind, UUID subject) {
        return new Tasks.NewTask("test." + kind, "thing", subject, "A thing", "Do this.");
    }

    private static NewDocument document(byte[] bytes, @org.jspecify.annotations.Nullable SubjectKey person) {
        return new NewDocument("text/plain", "{}", bytes, RetentionClass.STORE_INTAKE, null, person);
    }
}
