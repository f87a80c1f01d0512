/**
 * Suppliers that take purchase orders by signed REST documents, answer, ship and tell their stock, each after its
 * temper and the scripts. Start reading at {@link dev.baton.world.supplier.SupplierDesk}.
 */
@NullMarked
package dev.baton.world.supplier;

import org.jspecify.annotations.NullMarked;
