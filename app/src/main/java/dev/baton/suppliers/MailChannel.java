package dev.baton.suppliers;

import org.jspecify.annotations.Nullable;

/**
 * Where a supplier reads purchase orders as mail. Baton's letters about a purchase order go the way it went.
 *
 * @param address of the contact for orders, {@code local@domain}
 * @param cc a second reader; null = none
 */
public record MailChannel(String address, @Nullable String cc) {}
