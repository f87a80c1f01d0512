package dev.baton.world.demo;

import dev.baton.world.http.Body;
import dev.baton.world.shopify.ShopProfile;
import dev.baton.world.story.Playbook;

/** The shops of a run. */
final class Casting {

    private Casting() {}

    /** The shop whose app sees customers; it fetches 24-hour tokens. */
    static ShopProfile main(long seed) {
        return new ShopProfile(
                Playbook.MAIN,
                "Lantern & Pine",
                "lantern-and-pine.myshopify.com",
                "USD",
                secret("client", seed),
                "shpss_" + secret("main", seed),
                null,
                ShopProfile.ALL_SCOPES,
                true,
                secret("hooks-main", seed),
                905_684_977L);
    }

    /** Another shop of the same merchant that sells from the same stock. */
    static ShopProfile annex(long seed) {
        return new ShopProfile(
                Playbook.ANNEX,
                "Lantern & Pine Annex",
                "lantern-and-pine-annex.myshopify.com",
                "USD",
                secret("client-annex", seed),
                "shpss_" + secret("annex", seed),
                null,
                ShopProfile.ALL_SCOPES,
                true,
                secret("hooks-annex", seed),
                905_684_979L);
    }

    /** The shop whose app is not approved for customers' data; it has an old token that never expires. */
    static ShopProfile outlet(long seed) {
        return new ShopProfile(
                Playbook.OUTLET,
                "Lantern & Pine Outlet",
                "lantern-and-pine-outlet.myshopify.com",
                "USD",
                secret("client-outlet", seed),
                "shpss_" + secret("outlet", seed),
                "shpat_" + secret("token-outlet", seed),
                ShopProfile.ALL_SCOPES,
                false,
                secret("hooks-outlet", seed),
                905_684_978L);
    }

    private static String secret(String name, long seed) {
        return Body.of("casting/" + name + "/" + seed).sha256().substring(0, 32);
    }
}
