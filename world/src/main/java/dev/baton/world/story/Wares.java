package dev.baton.world.story;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Names and pictures of things a shop may sell: made up here, of nobody's making. */
public final class Wares {

    private static final List<String> THINGS = List.of(
            "Enamel mug",
            "Wool blanket",
            "Camp lantern",
            "Canvas tote",
            "Cast-iron pan",
            "Beeswax candle",
            "Field notebook",
            "Linen apron",
            "Oak cutting board",
            "Rain jacket",
            "Tea towel",
            "Hand axe",
            "Clay planter",
            "Leather key ring",
            "Bamboo brush",
            "Travel kettle",
            "Picnic rug",
            "Brass bell");

    private static final List<String> KINDS = List.of(
            "moss green",
            "slate blue",
            "natural",
            "charcoal",
            "ochre",
            "brick red",
            "cream",
            "pine",
            "sand",
            "midnight",
            "copper");

    private static final List<String> COLOURS = List.of(
            "#5d7052", "#4c6a85", "#c9b48a", "#3b4046", "#c08a2e", "#9c4a38", "#e6dcc3", "#2f5d50", "#d2bd95",
            "#27304d", "#b0693f");

    private Wares() {}

    /** The name of the thing of that number: no two of the first 198 are the same. */
    public static String title(int number) {
        return THINGS.get(number % THINGS.size()) + ", " + KINDS.get(number / THINGS.size() % KINDS.size());
    }

    /** Its picture, as an address that holds all of it: a shape in its colour. */
    public static String picture(String title) {
        int comma = title.lastIndexOf(", ");
        int kind = comma < 0 ? 0 : Math.max(0, KINDS.indexOf(title.substring(comma + 2)));
        int thing = comma < 0 ? 0 : Math.max(0, THINGS.indexOf(title.substring(0, comma)));
        String shape = switch (thing % 4) {
            case 0 -> "<rect x='20' y='24' width='40' height='36' rx='%d'/>";
            case 1 -> "<circle cx='40' cy='42' r='%d'/>";
            case 2 -> "<path d='M16 60 40 %d 64 60Z'/>";
            default -> "<ellipse cx='40' cy='44' rx='26' ry='%d'/>";
        };
        int size = 12 + thing;
        String svg = ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 80 80'><rect width='80' height='80'"
                        + " fill='#f4f1ea'/><g fill='" + COLOURS.get(kind) + "'>" + shape + "</g></svg>")
                .formatted(Math.min(size, 26));
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }
}
