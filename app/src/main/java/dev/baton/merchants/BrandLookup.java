package dev.baton.merchants;

import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The faces of a merchant. Every method needs an open transaction of the merchant. */
@Component
public final class BrandLookup {

    private final JdbcClient jdbc;
    private final MerchantLookup merchants;
    private final Documents documents;

    BrandLookup(JdbcClient jdbc, MerchantLookup merchants, Documents documents) {
        this.jdbc = jdbc;
        this.merchants = merchants;
        this.documents = documents;
    }

    /** The brand a store shows; the default brand for one that names none and for an unknown store. */
    public Brand ofStore(MerchantId merchant, StoreId store) {
        return jdbc.sql("""
                select b.brand_id, b.code, b.name, b.sender_name, b.sender_address, b.reply_to, b.support_url,
                       b.support_email, b.accent_colour, b.ink_on_accent, b.logo_document, b.logo_media_type,
                       b.logo_width, b.logo_height, b.language, b.return_instructions, b.footer
                from store s join brand b on b.merchant_id = s.merchant_id and b.code = s.brand
                where s.merchant_id = :merchant and b.merchant_id = :merchant and s.store_id = :store
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .query((row, number) -> brand(row))
                .optional()
                .orElseGet(() -> byCode(merchant, Brand.DEFAULT).orElseThrow());
    }

    /** A brand by its code; the default brand is always there, any other only once it was defined. */
    public Optional<Brand> byCode(MerchantId merchant, String code) {
        Optional<Brand> defined = defined(merchant, code);
        return defined.isPresent() || !code.equals(Brand.DEFAULT) ? defined : Optional.of(neutral(merchant));
    }

    /** All brands by code, the default brand first. */
    public List<Brand> all(MerchantId merchant) {
        List<Brand> defined = jdbc.sql("""
                select brand_id, code, name, sender_name, sender_address, reply_to, support_url, support_email,
                       accent_colour, ink_on_accent, logo_document, logo_media_type, logo_width, logo_height, language,
                       return_instructions, footer
                from brand where merchant_id = :merchant order by (code = 'default') desc, code limit 1000
                """)
                .param("merchant", merchant.value())
                .query((row, number) -> brand(row))
                .list();
        if (!defined.isEmpty() && defined.getFirst().code().equals(Brand.DEFAULT)) {
            return defined;
        }
        List<Brand> brands = new ArrayList<>();
        brands.add(neutral(merchant));
        brands.addAll(defined);
        return brands;
    }

    /** The brand's logo; empty when it has none. */
    public Optional<Logo> logo(MerchantId merchant, Brand brand) {
        LogoRef logo = brand.logo();
        return logo == null
                ? Optional.empty()
                : Optional.of(new Logo(
                        documents.read(merchant, logo.document()).bytes(),
                        logo.mediaType(),
                        logo.width(),
                        logo.height()));
    }

    Optional<Brand> defined(MerchantId merchant, String code) {
        return jdbc.sql("""
                select brand_id, code, name, sender_name, sender_address, reply_to, support_url, support_email,
                       accent_colour, ink_on_accent, logo_document, logo_media_type, logo_width, logo_height, language,
                       return_instructions, footer
                from brand where merchant_id = :merchant and code = :code
                """)
                .param("merchant", merchant.value())
                .param("code", code)
                .query((row, number) -> brand(row))
                .optional();
    }

    private Brand neutral(MerchantId merchant) {
        return Brand.neutral(merchant, merchants.settings(merchant).name());
    }

    private static Brand brand(ResultSet row) throws SQLException {
        return new Brand(
                new BrandId(row.getObject("brand_id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("sender_name"),
                row.getString("sender_address"),
                row.getString("reply_to"),
                row.getString("support_url"),
                row.getString("support_email"),
                row.getString("accent_colour"),
                row.getString("ink_on_accent"),
                logo(row),
                row.getString("language"),
                row.getString("return_instructions"),
                row.getString("footer"));
    }

    private static @Nullable LogoRef logo(ResultSet row) throws SQLException {
        UUID document = row.getObject("logo_document", UUID.class);
        return document == null
                ? null
                : new LogoRef(
                        new DocumentId(document),
                        row.getString("logo_media_type"),
                        row.getInt("logo_width"),
                        row.getInt("logo_height"));
    }
}
