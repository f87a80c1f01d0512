package dev.baton.orders;

import dev.baton.platform.MerchantId;
import java.util.UUID;

/** News: a customer is to be asked whether an order that looks like a repeat was meant; the question stands and waits. */
public record CustomersAsked(MerchantId merchant, SalesOrderId order, UUID hold) {}
