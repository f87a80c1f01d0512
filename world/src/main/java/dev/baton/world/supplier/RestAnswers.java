package dev.baton.world.supplier;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Json;
import dev.baton.world.ledger.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A supplier whose system calls Baton's API. */
final class RestAnswers implements Answers {

    private static final String PATH = "/api/v1/supplier/purchase-orders/";

    private final BatonApi baton;

    /** @param baton with the supplier's own key */
    RestAnswers(BatonApi baton) {
        this.baton = baton;
    }

    @Override
    public int acknowledge(
            Taken taken,
            String reference,
            Map<Integer, Integer> accepted,
            Map<Integer, Integer> rejected,
            String reason) {
        ObjectNode body = Json.object();
        body.put("reference", reference);
        ArrayNode lines = body.putArray("lines");
        accepted.forEach((line, units) ->
                lines.addObject().put("line", line).put("action", "accept").put("quantity", units));
        rejected.forEach((line, units) -> lines.addObject()
                .put("line", line)
                .put("action", "reject")
                .put("quantity", units)
                .put("reason", reason)
                .put("text", "Not this time"));
        return baton.post(PATH + taken.number() + "/acknowledgement", body).status();
    }

    @Override
    public int acknowledgeAt(
            Taken taken, String reference, Map<Integer, Integer> accepted, Map<Integer, String> unitCosts) {
        ObjectNode body = Json.object();
        body.put("reference", reference);
        body.put("currency", taken.document.currency());
        ArrayNode lines = body.putArray("lines");
        accepted.forEach((line, units) -> {
            ObjectNode json = lines.addObject().put("line", line).put("action", "accept");
            json.put("quantity", units).put("unitCost", unitCosts.get(line));
        });
        return baton.post(PATH + taken.number() + "/acknowledgement", body).status();
    }

    @Override
    public int answerRecall(Taken taken, String recallId, String answer) {
        ObjectNode body = Json.object();
        body.put("recallId", recallId).put("answer", answer);
        body.put("reason", answer.equals("REFUSED") ? "The truck has left" : null);
        return baton.post(PATH + taken.number() + "/recall-answer", body).status();
    }

    @Override
    public int ship(Taken taken, String reference, Instant shippedAt, List<Fact.Parcel> parcels) {
        ObjectNode body = Json.object();
        body.put("reference", reference);
        body.put("shippedAt", shippedAt.toString());
        ArrayNode packages = body.putArray("packages");
        for (Fact.Parcel parcel : parcels) {
            ObjectNode json = packages.addObject();
            json.put("carrier", parcel.carrier());
            json.put("trackingNumber", parcel.trackingNumber());
            json.put("weightGrams", 750);
            ArrayNode lines = json.putArray("lines");
            parcel.units()
                    .forEach(
                            (line, units) -> lines.addObject().put("line", line).put("quantity", units));
        }
        return baton.post(PATH + taken.number() + "/shipments", body).status();
    }

    @Override
    public boolean canCorrect() {
        return true;
    }

    @Override
    public int correct(Taken taken, String reference, Fact.Parcel right) {
        ObjectNode body = Json.object();
        body.put("carrier", right.carrier());
        body.put("trackingNumber", right.trackingNumber());
        body.put("reason", "Mistyped");
        return baton.put(PATH + taken.number() + "/shipments/" + reference + "/packages/1/number", body)
                .status();
    }

    @Override
    public int giveUpRest(Taken taken, Map<Integer, Integer> units) {
        throw new IllegalStateException("only suppliers with a page leave a rest");
    }

    @Override
    public int answerAmendment(Taken taken, String amendmentId, boolean agrees) {
        ObjectNode body = Json.object();
        body.put("amendmentId", amendmentId);
        body.put("accepted", agrees);
        if (!agrees) {
            body.put("reason", "The label is printed");
        }
        return baton.post(PATH + taken.number() + "/amendment-answer", body).status();
    }

    @Override
    public int answerCancellation(Taken taken, String cancellationId, boolean agrees) {
        ObjectNode body = Json.object();
        body.put("cancellationId", cancellationId);
        body.put("accepted", agrees);
        if (!agrees) {
            body.put("reason", "The parcel is with the carrier");
        }
        return baton.post(PATH + taken.number() + "/cancellation-answer", body).status();
    }
}
