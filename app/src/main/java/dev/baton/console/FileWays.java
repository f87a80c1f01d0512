package dev.baton.console;

import dev.baton.catalog.CostProposal;
import dev.baton.catalog.CostProposals;
import dev.baton.console.ExceptionViews.Field;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.Task;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.feeds.FeedLookup;
import dev.baton.trading.feeds.FeedView;
import dev.baton.trading.prices.PriceListLookup;
import dev.baton.trading.prices.PriceListView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The ways out where a supplier's stock file, price list or costs wait for a word. Needs an open transaction. */
@Component
class FileWays {

    private static final int MOST_SOURCES = 200;
    private static final int NEWEST = 20;

    private final FeedLookup feeds;
    private final PriceListLookup prices;
    private final CostProposals proposals;

    FileWays(FeedLookup feeds, PriceListLookup prices, CostProposals proposals) {
        this.feeds = feeds;
        this.prices = prices;
        this.proposals = proposals;
    }

    List<Way> of(Staff staff, Task task) {
        return switch (task.subjectType()) {
            case "supplier" -> ofSupplier(staff, task);
            case "feed" -> ofFeed(staff.merchant(), task);
            default ->
                List.of(Way.link(
                        "Look at the price list",
                        "Its files, what was left out of them and why.",
                        PriceScreen.PATH,
                        "Open the price lists"));
        };
    }

    private List<Way> ofSupplier(Staff staff, Task task) {
        SupplierId supplier = new SupplierId(task.subject());
        List<Way> ways = new ArrayList<>();
        switch (task.kind()) {
            case "inventory.feed-quarantined" -> addStockFiles(staff, supplier, ways);
            case "catalog.price-list-doubted" -> addPriceFiles(staff, supplier, ways);
            case "catalog.cost-jump" -> addCosts(staff, supplier, ways);
            default -> {
                // nothing waits for a word
            }
        }
        return ways;
    }

    private void addStockFiles(Staff staff, SupplierId supplier, List<Way> ways) {
        MerchantId merchant = staff.merchant();
        feeds.feeds(merchant, "", MOST_SOURCES).stream()
                .filter(feed -> feed.supplier().equals(supplier))
                .forEach(feed -> feeds.files(merchant, feed.code(), null, NEWEST).stream()
                        .filter(view -> FeedScreen.waits(view.run().state()))
                        .forEach(view -> {
                            String id = view.file().id().value().toString();
                            ways.add(Way.link(
                                    "See what " + view.file().name() + " would change",
                                    FeedScreen.sum(view.run()),
                                    FeedScreen.file(feed.code(), id),
                                    "Look at it"));
                            if (staff.may(Act.DECIDE_STOCK)) {
                                ways.add(decision(
                                        "It is right",
                                        "The file is used now.",
                                        RetryActs.STOCK_FILE,
                                        "Use it",
                                        id,
                                        "yes"));
                                ways.add(decision(
                                                "It is wrong",
                                                "Nothing of it is used, and the last good figures stand.",
                                                RetryActs.STOCK_FILE,
                                                "Refuse it",
                                                id,
                                                "no")
                                        .bad());
                            }
                        }));
        if (ways.isEmpty()) {
            ways.add(Way.link(
                    "Look at its stock files",
                    "What came and what became of it. Figures sent by the API are sent again by the supplier.",
                    FeedsScreen.PATH,
                    "Open the feeds"));
        }
    }

    private void addPriceFiles(Staff staff, SupplierId supplier, List<Way> ways) {
        MerchantId merchant = staff.merchant();
        for (PriceListView list : prices.lists(merchant, "", MOST_SOURCES)) {
            if (!list.supplier().equals(supplier)) {
                continue;
            }
            prices.files(merchant, list.code(), null, NEWEST).stream()
                    .filter(view -> PriceScreen.waits(view.run().state()))
                    .forEach(view -> {
                        String id = view.file().id().value().toString();
                        ways.add(Way.link(
                                "See what " + view.file().name() + " would change",
                                "Row by row, with the costs that hold now.",
                                PriceScreen.file(list.code(), id),
                                "Look at it"));
                        if (staff.may(Act.DECIDE_COSTS)) {
                            ways.add(decision(
                                    "It is right", "The list counts now.", RetryActs.PRICE_FILE, "Use it", id, "yes"));
                            ways.add(decision(
                                            "It is wrong",
                                            "Nothing of it counts, and the costs from before go on.",
                                            RetryActs.PRICE_FILE,
                                            "Refuse it",
                                            id,
                                            "no")
                                    .bad());
                        }
                    });
        }
    }

    private static Way decision(String title, String means, String path, String button, String file, String right) {
        return Way.act(title, means, path, button, Map.of("file", file, "right", right));
    }

    private void addCosts(Staff staff, SupplierId supplier, List<Way> ways) {
        if (!staff.may(Act.DECIDE_COSTS)) {
            return;
        }
        List<CostProposal> open = proposals.open(staff.merchant(), supplier, null, NEWEST);
        if (open.isEmpty()) {
            return;
        }
        String all = open.size() == NEWEST ? "All of them" : open.size() == 1 ? "The cost" : "All " + open.size();
        ways.add(Way.act(
                        all + " right",
                        "The new costs hold from their day on, and orders not sent yet are looked at again.",
                        RetryActs.COSTS,
                        "Accept",
                        Map.of("supplier", supplier.value().toString(), "right", "yes"))
                .main());
        ways.add(Way.act(
                        all + " wrong",
                        "The costs stay as they are.",
                        RetryActs.COSTS,
                        "Refuse",
                        Map.of("supplier", supplier.value().toString(), "right", "no"))
                .with(Field.text("note", "Why", "", false))
                .bad());
    }

    private List<Way> ofFeed(MerchantId merchant, Task task) {
        return feeds.feeds(merchant, "", MOST_SOURCES).stream()
                .filter(feed -> feed.id().value().equals(task.subject()))
                .map(FeedView::code)
                .map(code -> Way.link(
                        "Look at the feed",
                        "What came, what is wrong with it, and where a file is sent by hand.",
                        FeedScreen.path(code),
                        "Open the feed"))
                .toList();
    }
}
