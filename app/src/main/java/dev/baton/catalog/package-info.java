/**
 * What the merchant sells and who can supply it: SKUs, bundles and suppliers' offers with their costs.
 *
 * <p>Calls in: api (define), inventory, orders and purchasing (look-ups). News out: none. Tables: sku, bundle_part, offer,
 * offer_cost. Start reading at {@link dev.baton.catalog.CatalogLookup}; what a
 * store's listing stands for is known to {@link dev.baton.catalog.ListingLookup} alone.
 */
@NullMarked
package dev.baton.catalog;

import org.jspecify.annotations.NullMarked;
