/**
 * The world outside of Baton: stores, suppliers, carriers and customers over their real protocols, for tests, demo and
 * benchmarks. Knows nothing of Baton's classes. Start reading at {@link dev.baton.world.World}.
 */
@NullMarked
package dev.baton.world;

import org.jspecify.annotations.NullMarked;
