/**
 * What stores list, what the merchant sells and who can supply it: listings, SKUs, bundles, what stores' SKUs are made
 * of, and suppliers' offers with their costs.
 *
 * <p>Calls in: api (define, map, match), channels (products as stores tell them), inventory, orders and purchasing
 * (look-ups). News out: {@link dev.baton.catalog.CostsChanged}, {@link
 * dev.baton.catalog.CostQuestionsChanged}, {@link dev.baton.catalog.MappingsChanged}, {@link
 * dev.baton.catalog.OffersChanged}. Tables: store_product, listing, sku, sku_word,
 * bundle_part, sku_mapping, offer, offer_cost, cost_policy, cost_proposal, supplier_item, price_run, price_run_row, price_fault. Start reading at {@link
 * dev.baton.catalog.CatalogLookup}, then {@link dev.baton.catalog.RecordStoreProducts}; what a store's listing stands for
 * is known to {@link dev.baton.catalog.ListingGoods} alone.
 */
@NullMarked
package dev.baton.catalog;

import org.jspecify.annotations.NullMarked;
