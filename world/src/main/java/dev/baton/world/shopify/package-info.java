/**
 * A strict Shopify in small: one shop's orders, its Admin API of one pinned version and its signed webhooks. Start
 * reading at {@link dev.baton.world.shopify.Shop}.
 */
@NullMarked
package dev.baton.world.shopify;

import org.jspecify.annotations.NullMarked;
