/**
 * Price lists of suppliers: how each is fetched and read, and the files as they came. What a cost means, and when it may move by
 * itself, is the catalogue's matter.
 *
 * <p>Calls in: api. Listens to: nothing. News out: none. Tables: price_list, price_list_version, price_list_file. Start
 * reading at {@link dev.baton.trading.prices.ReceivePriceFile}, then {@link dev.baton.trading.prices.ReadPriceFiles}.
 */
@NamedInterface("prices")
@NullMarked
package dev.baton.trading.prices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
