package dev.baton.trading;

import dev.baton.purchasing.AmendmentNotice;

/**
 * Everything an amendment document says, whatever it is written as.
 *
 * @param notice the question
 * @param wanted the purchase order as it is to read from now on
 */
record AmendmentFacts(AmendmentNotice notice, PurchaseOrderFacts wanted) {}
