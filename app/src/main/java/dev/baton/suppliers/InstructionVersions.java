package dev.baton.suppliers;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of standing instructions, version by version; every method needs an open transaction of the merchant. */
@Component
class InstructionVersions {

    /** Most versions that are shown; older ones are kept. */
    private static final int MOST_SHOWN = 50;

    private final JdbcClient jdbc;

    InstructionVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the version after the newest; false when another transaction wrote it first. */
    boolean add(MerchantId merchant, InstructionKey key, int version, Instructions said, Instant at) {
        return jdbc.sql("""
                insert into instruction (merchant_id, scope, subject, version, packaging, branding, insert_note,
                                         label_note, special, written_at)
                values (:merchant, :scope, :subject, :version, :packaging, :branding, :insert, :label, :special, :at)
                on conflict (merchant_id, scope, subject, version) do nothing
                """)
                        .param("merchant", merchant.value())
                        .param("scope", key.scope().name())
                        .param("subject", key.subject())
                        .param("version", version)
                        .param("packaging", said.packaging(), Types.VARCHAR)
                        .param("branding", said.branding(), Types.VARCHAR)
                        .param("insert", said.insert(), Types.VARCHAR)
                        .param("label", said.label(), Types.VARCHAR)
                        .param("special", said.special(), Types.VARCHAR)
                        .param("at", SqlArrays.instant(at))
                        .update()
                == 1;
    }

    /** The newest of each; what nothing was ever said about is absent. */
    List<InstructionVersion> newest(MerchantId merchant, Collection<InstructionKey> keys) {
        return jdbc.sql("""
                select distinct on (i.scope, i.subject) i.scope, i.subject, i.version, i.packaging, i.branding,
                       i.insert_note, i.label_note, i.special, i.written_at
                from unnest(:scopes::text[], :subjects::text[]) as k (scope, subject)
                join instruction i
                  on i.merchant_id = :merchant and i.scope = k.scope and i.subject = k.subject
                order by i.scope, i.subject, i.version desc
                """)
                .param("merchant", merchant.value())
                .param(
                        "scopes",
                        SqlArrays.texts(
                                keys.stream().map(key -> key.scope().name()).toList()))
                .param(
                        "subjects",
                        SqlArrays.texts(
                                keys.stream().map(InstructionKey::subject).toList()))
                .query(InstructionVersions::read)
                .list();
    }

    /** Newest first. */
    List<InstructionVersion> history(MerchantId merchant, InstructionKey key) {
        return jdbc.sql("""
                select scope, subject, version, packaging, branding, insert_note, label_note, special, written_at
                from instruction
                where merchant_id = :merchant and scope = :scope and subject = :subject
                order by merchant_id desc, scope desc, subject desc, version desc
                limit :most
                """)
                .param("merchant", merchant.value())
                .param("scope", key.scope().name())
                .param("subject", key.subject())
                .param("most", MOST_SHOWN)
                .query(InstructionVersions::read)
                .list();
    }

    private static InstructionVersion read(ResultSet row, int number) throws SQLException {
        return new InstructionVersion(
                new InstructionKey(InstructionScope.valueOf(row.getString("scope")), row.getString("subject")),
                row.getInt("version"),
                new Instructions(
                        row.getString("packaging"),
                        row.getString("branding"),
                        row.getString("insert_note"),
                        row.getString("label_note"),
                        row.getString("special")),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
