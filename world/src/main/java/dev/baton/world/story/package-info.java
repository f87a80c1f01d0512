/**
 * What happens in a run, fixed by the seed before the first order is posted: who sells what, who orders what, and how
 * each order's story goes. Start reading at {@link dev.baton.world.story.OrderScript}.
 */
@NullMarked
package dev.baton.world.story;

import org.jspecify.annotations.NullMarked;
