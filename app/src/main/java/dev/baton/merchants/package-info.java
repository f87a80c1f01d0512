/**
 * The merchant, its stores and brands, its settings, its dated exchange rates, its keys, and the people who work for it.
 *
 * <p>Calls in: every outer module. News out: {@link dev.baton.merchants.StoreWentLive}. Tables: merchant, store, brand,
 * fx_rate, api_key; directory tables read only as the role gate: person, credential, membership, invitation. Start reading at
 * {@link dev.baton.merchants.MerchantLookup}, {@link dev.baton.merchants.BrandLookup}, {@link dev.baton.merchants.Keys} and
 * {@link dev.baton.merchants.JoinMerchant}.
 */
@NullMarked
package dev.baton.merchants;

import org.jspecify.annotations.NullMarked;
