/**
 * The merchant, its stores, its settings and its dated exchange rates.
 *
 * <p>Calls in: every outer module. News out: none. Tables: merchant, store, fx_rate. Start reading at
 * {@link dev.baton.merchants.MerchantLookup}.
 */
@NullMarked
package dev.baton.merchants;

import org.jspecify.annotations.NullMarked;
