/**
 * What Baton's speed is measured with: the database's own limit, a store that posts orders and suppliers that take
 * purchase orders, both as cheap as they can be made because they share the cores with what they measure.
 *
 * <p>Knows nothing of Baton's classes: orders go in as signed webhooks, purchase orders come out as signed POSTs.
 * Start reading at {@link dev.baton.world.bench.Limits}, then {@link dev.baton.world.bench.RoadLoad}.
 */
@NullMarked
package dev.baton.world.bench;

import org.jspecify.annotations.NullMarked;
