package dev.baton.catalog;

/**
 * A part of a bundle.
 *
 * @param sku a goods SKU, never a bundle
 * @param quantity units of it in one unit of the bundle
 */
public record BundlePart(SkuId sku, int quantity) {}
