package dev.baton.shipping;

import dev.baton.merchants.Brand;
import dev.baton.merchants.Logo;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a packing slip shows of a brand.
 *
 * @param accentColour {@code #rrggbb}
 * @param logo PNG or JPEG; null = the name stands in its place
 * @param returnInstructions null = none
 * @param footer the legal line; null = none
 */
public record SlipBrand(
        String name,
        String accentColour,
        byte @Nullable [] logo,
        @Nullable String returnInstructions,
        @Nullable String footer) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    /**
     * Takes what is stated; written out because the short form forgets, in its class file, that there may be no logo.
     *
     * @throws IllegalArgumentException when the colour is none: it goes into a style sheet as it is
     */
    public SlipBrand(
            String name,
            String accentColour,
            byte @Nullable [] logo,
            @Nullable String returnInstructions,
            @Nullable String footer) {
        if (!COLOUR.matcher(accentColour).matches()) {
            throw new IllegalArgumentException("not a colour");
        }
        this.name = name;
        this.accentColour = accentColour;
        this.logo = logo;
        this.returnInstructions = returnInstructions;
        this.footer = footer;
    }

    static SlipBrand of(Brand brand, @Nullable Logo logo) {
        return new SlipBrand(
                brand.name(),
                brand.accentColour(),
                logo == null ? null : logo.bytes(),
                brand.returnInstructions(),
                brand.footer());
    }
}
