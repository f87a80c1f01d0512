package dev.baton.shopper;

import dev.baton.notifications.CustomerOrder;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of a long order its page shows until the customer asks for all: with its logo the page is to weigh less than
 * 100 kB on a phone.
 *
 * @param goods rows of each list of goods
 * @param scans newest of each parcel
 */
record PageRoom(int goods, int scans) {

    static final PageRoom ALL = new PageRoom(Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** Of all lists together; a list that must give way keeps a few. */
    private static final int GOODS = 100;

    private static final int SCANS = 40;
    private static final int FEWEST = 3;

    static PageRoom of(CustomerOrder order) {
        List<Integer> goods = Stream.concat(
                        order.parcels().stream().map(CustomerOrder.Parcel::units),
                        Stream.of(order.toCome(), order.otherwiseUnits(), order.cancelledUnits()))
                .map(List::size)
                .filter(rows -> rows > 0)
                .toList();
        return new PageRoom(
                each(GOODS, goods),
                each(
                        SCANS,
                        order.parcels().stream()
                                .map(parcel -> parcel.scans().size())
                                .toList()));
    }

    private static int each(int room, List<Integer> lists) {
        int wanted = lists.stream().mapToInt(Integer::intValue).sum();
        return wanted <= room ? Integer.MAX_VALUE : Math.max(FEWEST, room / lists.size());
    }
}
