package dev.baton.suppliers;

import dev.baton.platform.MerchantId;

/** It was agreed anew whether a supplier is mailed every working morning what is open with it. */
public record DigestAgreed(MerchantId merchant, SupplierId supplier) {}
