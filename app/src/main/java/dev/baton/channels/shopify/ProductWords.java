package dev.baton.channels.shopify;

import dev.baton.catalog.ListingStatus;
import dev.baton.channels.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shopify's words that both shapes of a product share, in Baton's. */
final class ProductWords {

    /** As many options as a product may have. Source: shopify.dev, object Product. */
    static final int MOST_OPTIONS = 3;

    /** What Shopify calls the one variant of a product without options. */
    private static final String ONLY_VARIANT = "Default Title";

    private static final int MOST_PRICE_CHARACTERS = 15;
    private static final BigDecimal MOST_GRAMS = new BigDecimal(1_000_000_000);
    private static final BigDecimal GRAMS_PER_OUNCE = new BigDecimal("28.349523125");
    private static final BigDecimal GRAMS_PER_POUND = new BigDecimal("453.59237");
    private static final BigDecimal GRAMS_PER_KILOGRAM = new BigDecimal(1_000);

    private ProductWords() {}

    /** One option of a variant; the name is empty where it is not told. */
    record Option(String name, String value) {}

    /** A product whose state is not told was made before drafts existed and is on sale. */
    static ListingStatus status(@Nullable String word) {
        if (word == null) {
            return ListingStatus.ACTIVE;
        }
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "ACTIVE" -> ListingStatus.ACTIVE;
            case "DRAFT" -> ListingStatus.DRAFT;
            case "ARCHIVED" -> ListingStatus.ARCHIVED;
            case "UNLISTED" -> ListingStatus.UNLISTED;
            default -> ListingStatus.OTHER;
        };
    }

    /** A variant's own title; null where the product has no other. */
    static @Nullable String title(@Nullable String title) {
        return ONLY_VARIANT.equals(title) ? null : title;
    }

    /** In words; null where there is nothing to choose. */
    static @Nullable String options(List<Option> options) {
        String words = options.stream()
                .filter(option -> !option.value().equals(ONLY_VARIANT))
                .map(option -> option.name().isEmpty() ? option.value() : option.name() + ": " + option.value())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? null : words;
    }

    /** Null when it is not told. */
    static @Nullable Boolean sellsWithoutStock(@Nullable String policy) {
        return policy == null ? null : (Boolean) policy.equalsIgnoreCase("continue");
    }

    /** A price that must be there. */
    static BigDecimal price(Fields variant, String name) {
        String text = variant.requiredText(name);
        try {
            BigDecimal price = text.length() > MOST_PRICE_CHARACTERS ? null : new BigDecimal(text);
            if (price == null || price.signum() < 0 || Math.abs(price.scale()) > MOST_PRICE_CHARACTERS) {
                throw variant.wrong(name, "must be a price such as \"12.34\"");
            }
            return price;
        } catch (NumberFormatException noPrice) {
            throw variant.wrong(name, "must be a price such as \"12.34\"");
        }
    }

    /** The time of a version, which must be there. */
    static Instant updatedAt(Fields product, String name) {
        Instant updated = product.instant(name);
        if (updated == null) {
            throw product.wrong(name, "is missing");
        }
        return updated;
    }

    /** The webhook's {@code grams}, else {@code weight} in {@code weight_unit}; 0 when not told. */
    static int grams(Fields variant) {
        String grams = variant.text("grams");
        return grams == null ? grams(variant.text("weight"), variant.text("weight_unit")) : grams(grams, "g");
    }

    /** A weight in whole grams, rounded half up; 0 when it is not told or makes no sense. */
    static int grams(@Nullable String value, @Nullable String unit) {
        if (value == null || unit == null || value.length() > MOST_PRICE_CHARACTERS) {
            return 0;
        }
        BigDecimal each = switch (unit.toUpperCase(Locale.ROOT)) {
            case "G", "GRAMS" -> BigDecimal.ONE;
            case "KG", "KILOGRAMS" -> GRAMS_PER_KILOGRAM;
            case "OZ", "OUNCES" -> GRAMS_PER_OUNCE;
            case "LB", "POUNDS" -> GRAMS_PER_POUND;
            default -> BigDecimal.ZERO;
        };
        try {
            BigDecimal grams = new BigDecimal(value).multiply(each).setScale(0, RoundingMode.HALF_UP);
            return grams.signum() < 0 || grams.compareTo(MOST_GRAMS) > 0 ? 0 : grams.intValueExact();
        } catch (NumberFormatException | ArithmeticException noWeight) {
            return 0;
        }
    }
}
