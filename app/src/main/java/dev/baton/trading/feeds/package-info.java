/**
 * Stock files of suppliers: how each is fetched and read, the files as they came, and whether they come in time. What a
 * figure means is inventory's matter.
 *
 * <p>Calls in: api, portal. Listens to: nothing. News out: {@link dev.baton.trading.feeds.StockFileDoubted}. Tables: feed, feed_version, feed_file. Start reading at
 * {@link dev.baton.trading.feeds.ReceiveFeedFile}, then {@link dev.baton.trading.feeds.ReadFeedFiles}.
 */
@NamedInterface("feeds")
@NullMarked
package dev.baton.trading.feeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
