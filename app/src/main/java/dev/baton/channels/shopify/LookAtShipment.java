package dev.baton.channels.shopify;

import dev.baton.channels.CorrectedNumbers;
import dev.baton.channels.LinePart;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreConnections;
import dev.baton.channels.StoreFulfilment;
import dev.baton.channels.StoreFulfilment.State;
import dev.baton.channels.StoreFulfilments;
import dev.baton.channels.StoreLines;
import dev.baton.channels.StoreUnits;
import dev.baton.merchants.MailSender;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MessageKind;
import dev.baton.merchants.Store;
import dev.baton.platform.MerchantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what is known of a shipment before its store is asked. */
@Component
class LookAtShipment {

    private final StoreConnections connections;
    private final MerchantLookup merchants;
    private final StoreFulfilments fulfilments;
    private final CorrectedNumbers numbers;
    private final StoreLines lines;

    LookAtShipment(
            StoreConnections connections,
            MerchantLookup merchants,
            StoreFulfilments fulfilments,
            CorrectedNumbers numbers,
            StoreLines lines) {
        this.connections = connections;
        this.merchants = merchants;
        this.fulfilments = fulfilments;
        this.numbers = numbers;
        this.lines = lines;
    }

    /**
     * What is known.
     *
     * @param live whether the store is told anything at all
     * @param storeMails whether the store tells the customer of it: whoever's turn it was when the goods left
     * @param storeMailsNow whether the store tells of what becomes of it from now on
     * @param siblings all shipments of the order, oldest first, this one among them
     */
    record Situation(
            StoreFulfilment row,
            Optional<StoreConnection> connection,
            boolean live,
            boolean storeMails,
            boolean storeMailsNow,
            List<StoreFulfilment> siblings,
            List<LinePart> parts) {

        /** The units of the store's lines this shipment completes. */
        Map<String, Integer> completed() {
            return StoreUnits.completedBy(row, siblings, parts);
        }

        /** While the store's answer to an older shipment with the same number is lost, nobody knows whose it is. */
        boolean isSiblingUnanswered() {
            List<String> numbers = row.trackingNumbers();
            return siblings.stream()
                    .anyMatch(sibling -> sibling.state() == State.ASKED
                            && sibling.id().compareTo(row.id()) < 0
                            && sibling.trackingNumbers().stream().anyMatch(numbers::contains));
        }

        /** Shipments that brought other parts of a bundle and waited for this one. */
        List<StoreFulfilment> along(Map<String, Integer> units) {
            Set<UUID> members = parts.stream()
                    .filter(part -> units.containsKey(part.storeLineId()))
                    .map(LinePart::orderLine)
                    .collect(Collectors.toSet());
            return siblings.stream()
                    .filter(sibling -> sibling.state() == State.WAITS_FOR_BUNDLE)
                    .filter(sibling -> sibling.units().keySet().stream().anyMatch(members::contains))
                    .toList();
        }
    }

    private static boolean storeTells(StoreFulfilment row, Optional<Store> store) {
        Boolean kept = row.storeTells();
        return kept == null ? storeTells(store) : kept;
    }

    private static boolean storeTells(Optional<Store> store) {
        return store.map(known -> known.sender(MessageKind.SHIPPED) == MailSender.STORE)
                .orElse(true);
    }

    /** Needs an open transaction of the merchant. A number corrected before the store was asked is the one it is told. */
    Situation look(MerchantId merchant, UUID id) {
        numbers.takeInto(merchant, id);
        StoreFulfilment row = fulfilments.find(merchant, List.of(id)).getFirst();
        Optional<Store> store = merchants.store(merchant, row.store());
        return new Situation(
                row,
                connections.current(merchant, row.store()),
                store.map(Store::live).orElse(false),
                storeTells(row, store),
                storeTells(store),
                fulfilments.ofOrders(merchant, row.store(), List.of(row.storeOrderId())),
                lines.of(merchant, row.order()));
    }
}
