/**
 * Carriers as facts: who they are, what suppliers call them, how their tracking numbers are built and checked, where a
 * customer follows a parcel, and what Shopify calls them.
 *
 * <p>Calls in: shipping and tracking (what a number is), suppliers (who may carry), channels (what Shopify calls a carrier). News out: none. Tables:
 * none; the facts are resource files beside this package, each row with its source. Everything here is immutable and
 * needs no transaction. Start reading at {@link dev.baton.carriers.TrackingNumbers}.
 */
@NullMarked
package dev.baton.carriers;

import org.jspecify.annotations.NullMarked;
