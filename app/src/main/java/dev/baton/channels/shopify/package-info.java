/**
 * The adapter for Shopify: webhooks and the Admin GraphQL API in the one version of {@code AdminApi.VERSION}.
 *
 * <p>Calls in: Shopify by webhook. Calls out: the store's Admin API. Tables: none of its own. Start reading at
 * {@link dev.baton.channels.shopify.ShopifyHooks}.
 */
@NullMarked
package dev.baton.channels.shopify;

import org.jspecify.annotations.NullMarked;
