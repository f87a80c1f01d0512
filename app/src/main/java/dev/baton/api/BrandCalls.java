package dev.baton.api;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandDefinition;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.DefineBrand;
import dev.baton.merchants.LogoRef;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The faces stores show their customers. */
@RestController
@RequestMapping("/api/v1/brands")
@Tag(name = "Brands")
class BrandCalls {

    private static final String INK = "#ffffff";

    private final Tenancy tenancy;
    private final BrandLookup lookup;
    private final DefineBrand defineBrand;

    BrandCalls(Tenancy tenancy, BrandLookup lookup, DefineBrand defineBrand) {
        this.tenancy = tenancy;
        this.lookup = lookup;
        this.defineBrand = defineBrand;
    }

    /**
     * A brand as the merchant states it; meanings as in {@link Brand}.
     *
     * @param senderName absent = its name
     * @param inkOnAccent absent = white
     * @param language absent = en
     */
    record BrandBody(
            String name,
            @Nullable String senderName,
            @Nullable String senderAddress,
            @Nullable String replyTo,
            @Nullable String supportUrl,
            @Nullable String supportEmail,
            String accentColour,
            @Nullable String inkOnAccent,
            @Nullable String language,
            @Nullable String returnInstructions,
            @Nullable String footer) {

        BrandDefinition stated(String code) {
            return new BrandDefinition(
                    code,
                    name,
                    senderName == null ? name : senderName,
                    senderAddress,
                    replyTo,
                    supportUrl,
                    supportEmail,
                    accentColour,
                    inkOnAccent == null ? INK : inkOnAccent,
                    language == null ? "en" : language,
                    returnInstructions,
                    footer);
        }
    }

    /** A logo's measures in pixels. */
    record LogoRow(String mediaType, int width, int height) {

        static @Nullable LogoRow of(@Nullable LogoRef logo) {
            return logo == null ? null : new LogoRow(logo.mediaType(), logo.width(), logo.height());
        }
    }

    record BrandRow(
            String id,
            String code,
            String name,
            String senderName,
            @Nullable String senderAddress,
            @Nullable String replyTo,
            @Nullable String supportUrl,
            @Nullable String supportEmail,
            String accentColour,
            String inkOnAccent,
            @Nullable LogoRow logo,
            String language,
            @Nullable String returnInstructions,
            @Nullable String footer) {

        static BrandRow of(Brand brand) {
            return new BrandRow(
                    brand.id().value().toString(),
                    brand.code(),
                    brand.name(),
                    brand.senderName(),
                    brand.senderAddress(),
                    brand.replyTo(),
                    brand.supportUrl(),
                    brand.supportEmail(),
                    brand.accentColour(),
                    brand.inkOnAccent(),
                    LogoRow.of(brand.logo()),
                    brand.language(),
                    brand.returnInstructions(),
                    brand.footer());
        }
    }

    record BrandRows(List<BrandRow> items) {}

    @Operation(summary = "List the brands", description = "The default brand is always there and comes first.")
    @Needs(Scope.READ)
    @GetMapping
    BrandRows list(Caller caller) {
        return tenancy.inTransaction(
                caller.merchant(),
                () -> new BrandRows(
                        lookup.all(caller.merchant()).stream().map(BrandRow::of).toList()));
    }

    @Operation(summary = "Define a brand", description = "Creates it or replaces all but its logo.")
    @Needs(Scope.ADMIN)
    @PutMapping("/{code}")
    BrandRow define(Caller caller, @PathVariable String code, @RequestBody BrandBody body) {
        return BrandRow.of(defineBrand.define(caller.merchant(), body.stated(code)));
    }

    @Operation(
            summary = "Give a brand its logo",
            description = "The body is the picture itself: a PNG or JPEG of up to 60 KiB and a million pixels.")
    @Needs(Scope.ADMIN)
    @PutMapping(
            value = "/{code}/logo",
            consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE})
    BrandRow logo(Caller caller, @PathVariable String code, @RequestBody byte[] picture) {
        return BrandRow.of(defineBrand.logo(caller.merchant(), code, picture));
    }
}
