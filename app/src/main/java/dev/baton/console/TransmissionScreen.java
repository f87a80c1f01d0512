package dev.baton.console;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.StoredDocument;
import dev.baton.trading.TransmissionId;
import dev.baton.trading.TransmissionLookup;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was sent to a supplier, byte by byte, and what it said to that, for whoever has to find out what went wrong. */
@RestController
class TransmissionScreen {

    private static final String ONE = "/console/transmissions/{id}";

    private final Tenancy tenancy;
    private final TransmissionLookup transmissions;

    TransmissionScreen(Tenancy tenancy, TransmissionLookup transmissions) {
        this.tenancy = tenancy;
        this.transmissions = transmissions;
    }

    static String document(TransmissionId id) {
        return "/console/transmissions/" + id.value() + "/document";
    }

    static String reply(TransmissionId id, int attempt) {
        return "/console/transmissions/" + id.value() + "/attempts/" + attempt + "/reply";
    }

    @Does(Act.SEE_PURCHASES)
    @GetMapping(ONE + "/document")
    ResponseEntity<byte[]> document(Staff staff, @PathVariable String id) {
        TransmissionId transmission = id(id);
        return Download.bytes(
                read(tenancy.inTransaction(
                        staff.merchant(), () -> transmissions.document(staff.merchant(), transmission))),
                "sent");
    }

    @Does(Act.SEE_PURCHASES)
    @GetMapping(ONE + "/attempts/{attempt}/reply")
    ResponseEntity<byte[]> reply(Staff staff, @PathVariable String id, @PathVariable String attempt) {
        TransmissionId transmission = id(id);
        int number = attempt.matches("[0-9]{1,9}") ? Integer.parseInt(attempt) : 0;
        return Download.bytes(
                read(tenancy.inTransaction(
                        staff.merchant(), () -> transmissions.reply(staff.merchant(), transmission, number))),
                "reply-" + number);
    }

    private static TransmissionId id(String text) {
        return Typed.uuid(text).map(TransmissionId::new).orElseThrow(TransmissionScreen::nothing);
    }

    private static StoredDocument read(Optional<StoredDocument> found) {
        return found.orElseThrow(TransmissionScreen::nothing);
    }

    private static Problem nothing() {
        return new Problem(
                CommonProblem.NOT_FOUND,
                "There is nothing to read: nothing was said, or what was said is erased with its customer.");
    }
}
