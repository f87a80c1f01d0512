package dev.baton.invariants;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The invariants that only those outside can tell: what stores and suppliers got, by the world's ledger. */
final class LedgerInvariants {

    private final List<Fact> facts;

    /** Of everything that happened. */
    LedgerInvariants(Ledger ledger) {
        this.facts = ledger.entries().stream().map(Ledger.Entry::fact).toList();
    }

    /** I1: orders that were answered 2xx and do not exist exactly once, with how often they do. */
    Map<String, Integer> answeredOrdersThatAreNotThereOnce(Connection connection) throws SQLException {
        Set<String> answered = new HashSet<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.OrderPosted posted && isGood(posted.status())) {
                answered.add(posted.order());
            } else if (fact instanceof Fact.WebhookSent told
                    && told.topic().equals("orders/create")
                    && isGood(told.status())) {
                answered.add(told.order());
            }
        }
        Map<String, Integer> wrong = new TreeMap<>();
        try (PreparedStatement count =
                connection.prepareStatement("select count(*) from sales_order where store_order_id = ?")) {
            for (String order : answered) {
                count.setString(1, order);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    if (row.getInt(1) != 1) {
                        wrong.put(order, row.getInt(1));
                    }
                }
            }
        }
        return wrong;
    }

    /** I7 and I8: numbers under which suppliers got more than one thing. */
    List<String> numbersThatSayDifferentThings() {
        Map<String, String> first = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Fact.PurchaseOrderTaken taken : all(Fact.PurchaseOrderTaken.class)) {
            String said = taken.supplier() + " for " + taken.order() + ", version "
                    + taken.document().version() + ", key " + taken.idempotencyKey() + ", bytes " + taken.sha256();
            String before = first.putIfAbsent(taken.document().number(), said);
            if (before != null && !before.equals(said)) {
                wrong.add(taken.document().number() + ": " + before + " and " + said);
            }
        }
        return wrong;
    }

    /** I8: how often a purchase order came more than once; a run without any has not tried it. */
    long repeats() {
        return all(Fact.PurchaseOrderTaken.class).stream()
                .filter(Fact.PurchaseOrderTaken::repeat)
                .count();
    }

    /** I9: purchase orders that were taken back and reached their supplier all the same. */
    Set<String> withdrawnButTaken(Connection connection) throws SQLException {
        Set<String> taken = new HashSet<>();
        all(Fact.PurchaseOrderTaken.class)
                .forEach(one -> taken.add(one.document().number()));
        Set<String> withdrawn = new HashSet<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("select number from purchase_order where status = 'WITHDRAWN'");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                withdrawn.add(rows.getString(1));
            }
        }
        withdrawn.retainAll(taken);
        return withdrawn;
    }

    /** I13: fulfilments a store entered twice: the same parcels for the same units. */
    Map<String, Integer> fulfilmentsEnteredTwice() {
        Map<String, Integer> entered = new LinkedHashMap<>();
        all(Fact.Fulfilled.class)
                .forEach(one -> entered.merge(
                        one.store() + " " + one.order() + " " + new TreeMap<>(one.units()) + " "
                                + one.trackingNumbers().stream().sorted().toList(),
                        1,
                        Integer::sum));
        entered.values().removeIf(times -> times == 1);
        return entered;
    }

    private <F extends Fact> List<F> all(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static boolean isGood(int status) {
        return status >= 200 && status < 300;
    }
}
