/**
 * The supplier's own pages, for those without a program of their own: one purchase order by a link out of a mail, and
 * all open ones after a code. They work on a phone and without JavaScript.
 *
 * <p>Calls in: none, it is a door. Listens to: {@link dev.baton.trading.feeds.StockFileDoubted}, {@link
 * dev.baton.suppliers.StockChecksAgreed}, {@link dev.baton.inventory.StockRunsLow}, {@link dev.baton.suppliers.DigestAgreed}, {@link
 * dev.baton.purchasing.FreshLinkAsked}. Calls: purchasing, shipping, tracking,
 * suppliers, catalog, inventory, orders, merchants, trading. Tables: portal_tap, portal_check,
 * portal_code, portal_session, portal_letter, portal_forgetting. Start reading at {@link dev.baton.portal.LinkPage}.
 */
@NullMarked
package dev.baton.portal;

import org.jspecify.annotations.NullMarked;
