package dev.baton.world.supplier;

import dev.baton.world.links.LinkPages;
import dev.baton.world.story.OrderScript;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What suppliers need who take their orders by mail.
 *
 * @param numbered finds the script of the order customers know by that number
 */
public record MailRoad(LinkPages pages, Function<String, @Nullable OrderScript> numbered) {}
