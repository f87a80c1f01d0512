package dev.baton.trading.prices;

import dev.baton.suppliers.SupplierId;

/**
 * A price list as it stands.
 *
 * @param version of its definition, growing from 1
 * @param retired it is out of use
 */
public record PriceListView(
        PriceListId id,
        SupplierId supplier,
        String code,
        int version,
        PriceListDefinition definition,
        boolean retired) {}
