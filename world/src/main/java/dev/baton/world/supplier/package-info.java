/**
 * Suppliers that take purchase orders by signed REST documents or mail, answer, ship and tell their stock by REST, by file
 * or on a page, each after its temper and the scripts. Start reading at {@link dev.baton.world.supplier.SupplierDesk}.
 */
@NullMarked
package dev.baton.world.supplier;

import org.jspecify.annotations.NullMarked;
