/** Tests of suppliers' stock files. Start reading at {@link dev.baton.trading.feeds.FeedFilesTest}. */
@NullMarked
package dev.baton.trading.feeds;

import org.jspecify.annotations.NullMarked;
