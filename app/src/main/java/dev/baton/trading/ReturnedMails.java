package dev.baton.trading;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.DocumentId;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of mail that came back; every method needs an open transaction of the merchant. */
@Component
class ReturnedMails {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    ReturnedMails(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** True for whoever says first that this merchant's returned mail is to be read. */
    boolean watch(MerchantId merchant) {
        return jdbc.sql("""
                insert into returned_mail_watch (merchant_id, since) values (:merchant, :at)
                on conflict (merchant_id) do nothing
                """)
                        .param("merchant", merchant.value())
                        .param("at", SqlArrays.instant(clock.instant()))
                        .update()
                == 1;
    }

    /** Whether mail of this merchant has left this Baton, so that something may come back to it. */
    boolean isWatched(MerchantId merchant) {
        return jdbc.sql("select count(*) from returned_mail_watch where merchant_id = :merchant")
                        .param("merchant", merchant.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** How often a document was reported as failed. */
    long failures(MerchantId merchant, TransmissionId about) {
        return jdbc.sql("""
                select count(*) from returned_mail
                where merchant_id = :merchant and transmission_id = :about and kind = 'FAILED'
                """)
                .param("merchant", merchant.value())
                .param("about", about.value())
                .query(Long.class)
                .single();
    }

    /** The id of a message that is new; empty when these very bytes were kept before. */
    Optional<UUID> insert(
            MerchantId merchant, byte[] sha256, ReturnedMail.Kind kind, @Nullable TransmissionId about, String said) {
        return jdbc.sql("""
                insert into returned_mail (merchant_id, id, sha256, kind, transmission_id, said, read_at)
                values (:merchant, :id, :sha, :kind, :transmission, :said, :at)
                on conflict (merchant_id, sha256) do nothing
                returning id
                """)
                .param("merchant", merchant.value())
                .param("id", ids.next())
                .param("sha", sha256)
                .param("kind", kind.name())
                .param("transmission", about == null ? null : about.value(), java.sql.Types.OTHER)
                .param("said", said)
                .param("at", SqlArrays.instant(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    /** Where the message itself is kept. */
    void kept(MerchantId merchant, UUID id, DocumentId document) {
        jdbc.sql("""
                update returned_mail set document_id = :document where merchant_id = :merchant and id = :id
                """)
                .param("document", document.value())
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
    }
}
