package dev.baton.world.demo;

import dev.baton.world.shopify.Shop;
import dev.baton.world.shopify.ShopProduct;
import dev.baton.world.story.Goods;
import dev.baton.world.story.Market;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.Wares;
import dev.baton.world.time.Agenda;
import dev.baton.world.time.WorldClock;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A month that is played before anybody looks: by the same road as everything later, only that time runs so fast that it
 * is over in a minute.
 *
 * @param rate business seconds per second until it is over
 */
public record Past(double rate) {

    /** How long the month is. */
    public static final Duration MONTH = Duration.ofDays(31);

    /** How often stores are asked while days take two seconds: a webhook tells of every order anyhow. */
    static final int POLL_SECONDS = 86_400;

    /** Who opens the console may ask customers and look what comes of it on the next day. */
    static final int ANSWER_HOURS = 24;

    static final Duration STOCK_EVERY = Duration.ofHours(6);

    /** On the wall, once the month is over: an order every ten minutes of the demo's time. */
    static final Duration ANOTHER_EVERY = Duration.ofSeconds(10);

    /** Nobody orders as much at four in the morning as in the evening: hours of a day, by how many orders they have. */
    private static final int[] HOURS = {
        0, 1, 7, 8, 9, 9, 10, 10, 11, 12, 12, 13, 14, 15, 16, 17, 18, 18, 19, 19, 20, 20, 21, 21, 22
    };

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final int SECONDS_AN_HOUR = 3_600;

    /** Fast enough that the month is over in that much time on the wall. */
    public static Past within(Duration wall) {
        return new Past((double) MONTH.toSeconds() / wall.toSeconds());
    }

    /** How much of the month is over, 0 to 1. */
    public double gone(WorldClock clock) {
        Duration left = Duration.between(clock.instant(), clock.present());
        return Math.clamp(1 - (double) left.toSeconds() / MONTH.toSeconds(), 0, 1);
    }

    /** The shop lists everything that is sold, with pictures. */
    void list(Market market, @Nullable Shop shop, Clock clock) {
        if (shop == null) {
            throw new IllegalStateException("no shop");
        }
        long id = 7_000_000_000_000L;
        for (Goods goods : market.goods().values()) {
            long variant = ++id + 1_000_000_000L;
            shop.list(new ShopProduct(
                    id,
                    goods.title(),
                    "ACTIVE",
                    clock.instant(),
                    List.of(new ShopProduct.Variant(
                            variant,
                            "Default Title",
                            goods.sku(),
                            null,
                            BigDecimal.valueOf(goods.priceCents(), 2).toPlainString(),
                            goods.grams())),
                    Wares.picture(goods.title())));
            shop.stock(variant, goods.sku(), true, 0);
        }
    }

    /** Plans every order of the playbook, over what is left of the month, in the hours in which people buy. */
    void play(Playbook playbook, Agenda agenda, WorldClock clock, Consumer<OrderScript> placing) {
        Instant now = clock.instant();
        Instant end = clock.present();
        List<OrderScript> scripts = playbook.scripts().values().stream()
                .filter(script -> script.follows() == null)
                .toList();
        SplittableRandom random = new SplittableRandom(scripts.size());
        for (int i = 0; i < scripts.size(); i++) {
            OrderScript script = scripts.get(i);
            Duration even = Duration.between(now, end).multipliedBy(i).dividedBy(Math.max(1, scripts.size()));
            ZonedDateTime day = now.plus(even).atZone(ZONE);
            Instant at = day.toLocalDate()
                    .atStartOfDay(ZONE)
                    .plusHours(HOURS[random.nextInt(HOURS.length)])
                    .plusSeconds(random.nextInt(SECONDS_AN_HOUR))
                    .toInstant();
            Instant then = at.isBefore(now) ? now.plusSeconds(i) : at.isAfter(end) ? end.minusSeconds(60) : at;
            agenda.after(Duration.between(now, then), () -> placing.accept(script));
        }
    }
}
