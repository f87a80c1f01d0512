/** Customers who read their mail and follow their order. Start reading at {@link dev.baton.world.customer.CustomerDesk}. */
@NullMarked
package dev.baton.world.customer;

import org.jspecify.annotations.NullMarked;
