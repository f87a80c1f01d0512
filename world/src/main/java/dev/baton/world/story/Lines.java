package dev.baton.world.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down what is ordered: ids, titles, prices, and who may ship each part. */
record Lines(Market market) {

    /** @param index of the order in the playbook, from 1: it makes the ids */
    List<OrderScript.Line> of(List<Wish> wishes, String country, int index) {
        List<OrderScript.Line> lines = new ArrayList<>();
        for (Wish wish : wishes) {
            long number = 13_000_000_000_000L + index * 100L + lines.size();
            @Nullable Goods goods = market.goods().get(wish.sku());
            lines.add(new OrderScript.Line(
                    Long.toString(number),
                    wish.sku(),
                    goods == null ? "Article " + wish.sku() : goods.title(),
                    wish.quantity(),
                    goods == null ? 19_00 : goods.priceCents(),
                    goods == null ? 300 : goods.grams(),
                    wish.end(),
                    goods == null ? List.of() : parts(goods, country)));
        }
        return lines;
    }

    private List<OrderScript.Part> parts(Goods goods, String country) {
        if (goods.parts().isEmpty()) {
            return List.of(new OrderScript.Part(goods.sku(), 1, market.shippers(goods.sku(), country)));
        }
        List<OrderScript.Part> parts = new ArrayList<>();
        goods.parts().forEach((sku, units) -> {
            Set<String> suppliers = market.shippers(sku, country);
            parts.add(new OrderScript.Part(sku, units, suppliers));
        });
        return parts;
    }
}
