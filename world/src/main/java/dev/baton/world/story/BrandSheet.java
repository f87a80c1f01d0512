package dev.baton.world.story;

import dev.baton.world.http.Body;
import java.util.List;

/**
 * A brand the merchant sells under.
 *
 * @param code in Baton
 * @param accentColour {@code #rrggbb}, far from every other brand's
 * @param stores codes of the stores that show it
 */
public record BrandSheet(
        String code,
        String name,
        String senderAddress,
        String replyTo,
        String accentColour,
        String footer,
        List<String> stores) {

    /** Every brand of a run. */
    public static final List<BrandSheet> ALL = List.of(
            new BrandSheet(
                    "lantern",
                    "Lantern & Pine",
                    "orders@lantern-and-pine.example",
                    "help@lantern-and-pine.example",
                    "#1f6f5c",
                    "Lantern & Pine LLC, Louisville",
                    List.of(Playbook.MAIN, Playbook.ANNEX, Playbook.OUTLET)),
            new BrandSheet(
                    "tidewater",
                    "Tidewater Supply",
                    "hello@tidewater-supply.example",
                    "care@tidewater-supply.example",
                    "#8a2d5e",
                    "Tidewater Supply Co., Savannah",
                    List.of(Playbook.DIRECT)));

    /** Its logo, PNG. */
    public Body logo() {
        return Logos.of(accentColour);
    }

    /** The brand a store shows. */
    public static BrandSheet of(String store) {
        return ALL.stream()
                .filter(brand -> brand.stores().contains(store))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no brand of store " + store));
    }

    /** The brands a store must show nothing of. */
    public static List<BrandSheet> strangersTo(String store) {
        return ALL.stream().filter(brand -> !brand.stores().contains(store)).toList();
    }
}
