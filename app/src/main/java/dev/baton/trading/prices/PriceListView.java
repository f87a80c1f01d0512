package dev.baton.trading.prices;

import dev.baton.suppliers.SupplierId;
import dev.baton.trading.sources.SourceState;

/**
 * A price list as it stands.
 *
 * @param version of its definition, growing from 1
 * @param source how the place its files are fetched from stands; as of a version, as it stands now
 * @param retired it is out of use
 */
public record PriceListView(
        PriceListId id,
        SupplierId supplier,
        String code,
        int version,
        PriceListDefinition definition,
        SourceState source,
        boolean retired) {}
