package dev.baton.merchants;

import dev.baton.platform.MerchantId;

/** A store left watch mode: what was planned for it while nothing was sent may leave now. */
public record StoreWentLive(MerchantId merchant, StoreId store) {}
