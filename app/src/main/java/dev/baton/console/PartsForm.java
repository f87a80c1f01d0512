package dev.baton.console;

import dev.baton.console.CatalogViews.Part;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Lines of a form that say so many of a product each: {@code sku-1}, {@code quantity-1} and so on; empty ones are none. */
record PartsForm(List<Line> lines) {

    /** Most lines of one form. */
    static final int MOST = 30;

    private static final int SHOWN = 2;

    /** As it was typed. */
    record Line(String sku, String quantity) {}

    /** So many of a product. */
    record Stated(String sku, int quantity) {}

    PartsForm {
        lines = List.copyOf(lines);
    }

    /** Whether a form with such lines was sent. */
    static boolean isIn(Typed typed) {
        return typed.has("sku-1");
    }

    static PartsForm of(Typed typed) {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i <= MOST; i++) {
            String sku = typed.text("sku-" + i);
            if (!sku.isEmpty()) {
                lines.add(new Line(sku, typed.text("quantity-" + i)));
            }
        }
        return new PartsForm(lines);
    }

    /** The lines and room for more; {@code more} for much more. */
    List<Part> shown(boolean more, UnaryOperator<String> title) {
        int all = Math.min(MOST, lines.size() + (more ? 2 * SHOWN + 1 : lines.isEmpty() ? SHOWN : 1));
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            Line line = i < lines.size() ? lines.get(i) : new Line("", "1");
            parts.add(new Part(i + 1, line.sku(), line.quantity(), title.apply(line.sku())));
        }
        return parts;
    }

    /** As fields of another form. */
    Map<String, String> carried() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            fields.put("sku-" + (i + 1), lines.get(i).sku());
            fields.put("quantity-" + (i + 1), lines.get(i).quantity());
        }
        return fields;
    }

    /**
     * What it says.
     *
     * @throws Problem INVALID_FIELD for a number that is none, or no line at all
     */
    List<Stated> stated() {
        if (lines.isEmpty()) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Say at least one product it is made of.", "sku-1");
        }
        return lines.stream()
                .map(line -> new Stated(line.sku(), quantity(line)))
                .toList();
    }

    private static int quantity(Line line) {
        try {
            return Integer.parseInt(line.quantity());
        } catch (NumberFormatException none) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Give a whole number of " + line.sku() + ".", "quantity-1");
        }
    }
}
