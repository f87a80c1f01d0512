/**
 * Suppliers and what is agreed with them: working hours, how their stock figures are to be read, fees and
 * shipping rates, ship-method codes, instructions, the address of their channel, pause and go-live.
 *
 * <p>Calls in: api (define, instructions, pause, resume, closures); portal (closures, stock checks); catalog, inventory, orders, purchasing, shipping and trading (terms).
 * News out: {@link dev.baton.suppliers.StockChecksAgreed}, {@link dev.baton.suppliers.DigestAgreed}, {@link
 * dev.baton.suppliers.ClosureDeclared}, {@link dev.baton.suppliers.SupplierDaysChanged}. Tables: supplier,
 * supplier_holiday, supplier_contact, supplier_digest,
 * instruction, supplier_closure, supplier_stock_check, supplier_away_policy, supplier_price_terms, supplier_order_terms, supplier_return_terms, supplier_shipping_rate, supplier_ship_method, supplier_revision. Start reading at
 * {@link dev.baton.suppliers.SupplierTerms}.
 */
@NullMarked
package dev.baton.suppliers;

import org.jspecify.annotations.NullMarked;
