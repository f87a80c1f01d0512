package dev.baton.trading.feeds;

import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;

/** A stock file was set aside because it looks wrong: the supplier is to be asked whether it is right. */
public record StockFileDoubted(MerchantId merchant, SupplierId supplier, FeedFileId file) {}
