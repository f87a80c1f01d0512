package dev.baton.merchants;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code brand}, written; they are read by {@link BrandLookup}. Needs an open transaction. */
@Component
class Brands {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Brands(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** False when there is one of that code. */
    boolean insert(MerchantId merchant, BrandDefinition brand) {
        return jdbc.sql("""
                insert into brand (merchant_id, brand_id, code, name, sender_name, sender_address, reply_to, support_url,
                                   support_email, accent_colour, ink_on_accent, language, return_instructions, footer,
                                   created_at)
                values (:merchant, :id, :code, :name, :senderName, :senderAddress, :replyTo, :supportUrl,
                        :supportEmail, :accent, :ink, :language, :returns, :footer, :at)
                on conflict (merchant_id, code) do nothing
                """)
                        .params(columns(merchant, brand))
                        .param("id", brand.code().equals(Brand.DEFAULT) ? merchant.value() : ids.next())
                        .param("at", SqlArrays.instant(clock.instant()))
                        .update()
                == 1;
    }

    void update(MerchantId merchant, BrandDefinition brand) {
        jdbc.sql("""
                update brand
                set name = :name, sender_name = :senderName, sender_address = :senderAddress, reply_to = :replyTo,
                    support_url = :supportUrl, support_email = :supportEmail, accent_colour = :accent,
                    ink_on_accent = :ink, language = :language, return_instructions = :returns, footer = :footer
                where merchant_id = :merchant and code = :code
                """).params(columns(merchant, brand)).update();
    }

    void logo(MerchantId merchant, String code, LogoRef logo) {
        jdbc.sql("""
                update brand
                set logo_document = :document, logo_media_type = :mediaType, logo_width = :width, logo_height = :height
                where merchant_id = :merchant and code = :code
                """)
                .param("document", logo.document().value())
                .param("mediaType", logo.mediaType())
                .param("width", logo.width())
                .param("height", logo.height())
                .param("merchant", merchant.value())
                .param("code", code)
                .update();
    }

    private static Map<String, @Nullable Object> columns(MerchantId merchant, BrandDefinition brand) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("merchant", merchant.value());
        columns.put("code", brand.code());
        columns.put("name", brand.name());
        columns.put("senderName", brand.senderName());
        columns.put("senderAddress", brand.senderAddress());
        columns.put("replyTo", brand.replyTo());
        columns.put("supportUrl", brand.supportUrl());
        columns.put("supportEmail", brand.supportEmail());
        columns.put("accent", brand.accentColour());
        columns.put("ink", brand.inkOnAccent());
        columns.put("language", brand.language());
        columns.put("returns", brand.returnInstructions());
        columns.put("footer", brand.footer());
        return columns;
    }
}
