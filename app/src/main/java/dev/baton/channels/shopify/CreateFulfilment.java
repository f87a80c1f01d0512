package dev.baton.channels.shopify;

import dev.baton.carriers.Carrier;
import dev.baton.carriers.Carriers;
import dev.baton.channels.Parcel;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.shopify.FulfilmentPlan.Part;
import dev.baton.channels.shopify.FulfilmentPlan.Take;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Creates one fulfilment in a store. Source: Admin GraphQL API 2026-07, mutation fulfillmentCreate. */
@Component
class CreateFulfilment {

    private final AdminApi api;

    CreateFulfilment(AdminApi api) {
        this.api = api;
    }

    /** What came of it. */
    sealed interface Created {

        /**
         * The fulfilment stands.
         *
         * @param fulfilmentId digits of the store's id
         */
        record Made(String fulfilmentId) implements Created {}

        /** The store did not take it, in its own words; nothing was made. */
        record NotTaken(String why) implements Created {}

        /** No usable answer; it may or may not stand, as the answer says. */
        record Failed(ApiAnswer answer) implements Created {}
    }

    /** @param notifyCustomer whether the store mails the customer; false where Baton does, so that nobody hears twice */
    Created create(StoreConnection connection, Part part, List<Parcel> parcels, boolean notifyCustomer) {
        Map<String, Object> fulfilment = new LinkedHashMap<>();
        fulfilment.put("notifyCustomer", notifyCustomer);
        Map<String, Object> tracking = tracking(parcels);
        if (!tracking.isEmpty()) {
            fulfilment.put("trackingInfo", tracking);
        }
        fulfilment.put("lineItemsByFulfillmentOrder", lines(part));
        ApiAnswer answer = api.ask(connection, Query.FULFILLMENT_CREATE, Map.of("fulfillment", fulfilment));
        return answer instanceof ApiAnswer.Told data
                ? read(data.root().path("data").path("fulfillmentCreate"))
                : new Created.Failed(answer);
    }

    private static Created read(JsonNode payload) {
        List<String> errors = errors(payload);
        if (!errors.isEmpty()) {
            return new Created.NotTaken(String.join(" ", errors));
        }
        String gid = payload.path("fulfillment").path("id").asString("");
        return gid.isEmpty()
                ? new Created.Failed(new ApiAnswer.Unknown("the store's answer names no fulfilment"))
                : new Created.Made(gid.substring(gid.lastIndexOf('/') + 1));
    }

    /** What the store says against a mutation; empty = nothing. */
    static List<String> errors(JsonNode payload) {
        List<String> errors = new ArrayList<>();
        payload.path("userErrors")
                .forEach(error -> errors.add(error.path("message").asString("")));
        return errors;
    }

    private static List<Map<String, Object>> lines(Part part) {
        Map<String, List<Take>> byOrder = part.takes().stream()
                .collect(Collectors.groupingBy(Take::fulfilmentOrder, LinkedHashMap::new, Collectors.toList()));
        List<Map<String, Object>> lines = new ArrayList<>();
        byOrder.forEach((order, takes) -> lines.add(Map.of(
                "fulfillmentOrderId",
                order,
                "fulfillmentOrderLineItems",
                takes.stream()
                        .map(take -> Map.of("id", take.fulfilmentOrderLine(), "quantity", take.quantity()))
                        .toList())));
        return lines;
    }

    /** One company stands for all numbers of a fulfilment; parcels of several carriers are shown by their pages. */
    static Map<String, Object> tracking(List<Parcel> parcels) {
        Map<String, Parcel> byNumber = new LinkedHashMap<>();
        parcels.stream()
                .filter(parcel -> !parcel.trackingNumber().isEmpty())
                .forEach(parcel -> byNumber.putIfAbsent(parcel.trackingNumber(), parcel));
        if (byNumber.isEmpty()) {
            return Map.of();
        }
        List<Parcel> numbered = List.copyOf(byNumber.values());
        Map<String, Object> tracking = new LinkedHashMap<>();
        Set<String> companies = numbered.stream().map(CreateFulfilment::company).collect(Collectors.toSet());
        String company = companies.iterator().next();
        if (companies.size() == 1 && !company.isEmpty()) {
            tracking.put("company", company);
        }
        List<String> urls = numbered.stream()
                .map(Parcel::trackingUrl)
                .filter(Objects::nonNull)
                .toList();
        if (numbered.size() == 1) {
            tracking.put("number", numbered.getFirst().trackingNumber());
            urls.forEach(url -> tracking.put("url", url));
        } else {
            tracking.put(
                    "numbers", numbered.stream().map(Parcel::trackingNumber).toList());
            // the store matches pages to numbers by position
            if (urls.size() == numbered.size()) {
                tracking.put("urls", urls);
            }
        }
        return tracking;
    }

    private static String company(Parcel parcel) {
        return Carriers.find(parcel.carrierCode()).map(Carrier::shopifyCompany).orElse(parcel.carrierSaid());
    }
}
