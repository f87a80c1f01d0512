/**
 * What suppliers send with their keys: kept as it came with what it was answered, whatever came of it. What it means is the
 * matter of whoever answers.
 *
 * <p>Calls in: api, console. Listens to: nothing. News out: none. Tables: supplier_request. Start reading at {@link
 * dev.baton.trading.requests.KeepSupplierRequests}.
 */
@NamedInterface("requests")
@NullMarked
package dev.baton.trading.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
