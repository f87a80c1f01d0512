package dev.baton.console;

import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a demo's pages say besides: how fast time runs, and where the world around it can be played. */
@Component
class Playground {

    private final String world;
    private final double rate;

    Playground(@Value("${baton.playground:}") String world, @Value("${baton.clock.rate:1}") double rate) {
        this.world = world;
        this.rate = rate;
    }

    /** Stands above every page; null where nobody plays. */
    Frame.@Nullable Banner banner() {
        return world.isEmpty()
                ? null
                : new Frame.Banner(
                        "Demo: a minute here takes "
                                + (rate == 60
                                        ? "a second"
                                        : NumberFormat.getInstance(Locale.ROOT).format(60 / rate) + " s")
                                + ". Stores, suppliers, carriers and customers are played.",
                        world);
    }
}
