package dev.baton.world.supplier;

import dev.baton.world.links.LinkPages;
import dev.baton.world.story.OrderScript;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What suppliers need who take their orders by mail.
 *
 * @param numbered finds the script of the order customers know by that number
 * @param sentBack whether a mail with the purchase order of that number once came to a mailbox nobody reads
 */
public record MailRoad(LinkPages pages, Function<String, @Nullable OrderScript> numbered, Predicate<String> sentBack) {}
