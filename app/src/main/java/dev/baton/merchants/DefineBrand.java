package dev.baton.merchants;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.NewDocument;
import dev.baton.platform.documents.RetentionClass;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a brand known, or brings it to what the merchant states now; gives it a logo. */
@Component
public final class DefineBrand {

    /** Largest logo, in bytes: it travels in every mail. */
    public static final int MOST_LOGO_BYTES = 60 * 1024;

    private final Tenancy tenancy;
    private final Brands brands;
    private final BrandLookup lookup;
    private final Documents documents;
    private final Audit audit;

    DefineBrand(Tenancy tenancy, Brands brands, BrandLookup lookup, Documents documents, Audit audit) {
        this.tenancy = tenancy;
        this.brands = brands;
        this.lookup = lookup;
        this.documents = documents;
        this.audit = audit;
    }

    /**
     * Creates the brand of that code or changes all but its logo; opens or joins a transaction.
     *
     * @throws Problem {@link MerchantProblem#BRAND_INVALID} with the field
     */
    public Brand define(MerchantId merchant, BrandDefinition definition) {
        BrandChecks.brand(definition);
        return tenancy.inTransaction(merchant, () -> {
            boolean fresh = brands.insert(merchant, definition);
            if (!fresh) {
                brands.update(merchant, definition);
            }
            Brand brand = defined(merchant, definition.code());
            record(merchant, "DefineBrand", brand, fresh ? null : "DEFINED", "DEFINED");
            return brand;
        });
    }

    /**
     * Gives a brand its logo, in place of the one it has; opens or joins a transaction.
     *
     * @param bytes a PNG or JPEG of at most {@link #MOST_LOGO_BYTES} and a million pixels
     * @throws Problem {@link CommonProblem#NOT_FOUND} when no brand of that code is defined;
     *     {@link MerchantProblem#LOGO_INVALID} when the bytes are no such picture
     */
    public Brand logo(MerchantId merchant, String code, byte[] bytes) {
        if (bytes.length > MOST_LOGO_BYTES) {
            throw new Problem(
                    MerchantProblem.LOGO_INVALID,
                    "The logo may have " + MOST_LOGO_BYTES + " bytes: send a smaller picture.");
        }
        Logo logo = Pictures.read(bytes);
        return tenancy.inTransaction(merchant, () -> {
            Brand brand = defined(merchant, code);
            DocumentId document = documents.store(
                    merchant, new NewDocument(logo.mediaType(), "{}", bytes, RetentionClass.BRANDING, null, null));
            brands.logo(merchant, code, new LogoRef(document, logo.mediaType(), logo.width(), logo.height()));
            Brand shown = defined(merchant, code);
            record(merchant, "DefineBrandLogo", shown, brand.logo() == null ? "NONE" : "LOGO", "LOGO");
            return shown;
        });
    }

    private Brand defined(MerchantId merchant, String code) {
        return lookup.defined(merchant, code)
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND,
                        "There is no brand " + code + ": define it by PUT /api/v1/brands/" + code + " first."));
    }

    private void record(MerchantId merchant, String act, Brand brand, @Nullable String from, String to) {
        audit.record(merchant, List.of(new AuditEntry(act, "brand", brand.id().value(), from, to, null)));
    }
}
