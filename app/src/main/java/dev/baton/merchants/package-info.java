/**
 * The merchant, its stores and brands, its settings, its dated exchange rates, its keys, and the people who work for it.
 *
 * <p>Calls in: every outer module. News out: {@link dev.baton.merchants.StoreWentLive}. Tables: merchant, store, brand,
 * fx_rate, api_key; directory tables read only as the role gate, through {@link dev.baton.merchants.Gate}: person, credential,
 * membership, invitation, session, sign_in_window, password_reset. Start reading at
 * {@link dev.baton.merchants.MerchantLookup}, {@link dev.baton.merchants.BrandLookup}, {@link dev.baton.merchants.Keys},
 * {@link dev.baton.merchants.JoinMerchant}, {@link dev.baton.merchants.SignIn} and {@link dev.baton.merchants.People}.
 */
@NullMarked
package dev.baton.merchants;

import org.jspecify.annotations.NullMarked;
