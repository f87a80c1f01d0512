package dev.baton.console;

import dev.baton.catalog.CostProposal;
import dev.baton.catalog.CostProposals;
import dev.baton.catalog.DecideCosts;
import dev.baton.notifications.Message;
import dev.baton.notifications.MessageId;
import dev.baton.notifications.RefusedMails;
import dev.baton.notifications.ResendMessages;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.ParkedWork;
import dev.baton.platform.work.RetryWork;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.ResendTransmissions;
import dev.baton.trading.TransmissionId;
import dev.baton.trading.feeds.DecideFeedFile;
import dev.baton.trading.feeds.FeedFileId;
import dev.baton.trading.prices.DecidePriceFile;
import dev.baton.trading.prices.PriceFileId;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff send, run or use once more, or not at all: documents, mails, work, files that were set aside. */
@RestController
class RetryActs {

    static final String DOCUMENT = OrderWays.PATH + "/resend-document";
    static final String MAIL = OrderWays.PATH + "/resend-mail";
    static final String MAILS = OrderWays.PATH + "/resend-mails";
    static final String WORK = OrderWays.PATH + "/retry";
    static final String STOCK_FILE = OrderWays.PATH + "/stock-file";
    static final String PRICE_FILE = OrderWays.PATH + "/price-file";
    static final String COSTS = OrderWays.PATH + "/costs";

    private static final int MOST = 1_000;

    private final Tenancy tenancy;
    private final Again again;
    private final Files files;

    RetryActs(Tenancy tenancy, Again again, Files files) {
        this.tenancy = tenancy;
        this.again = again;
        this.files = files;
    }

    /** What is done once more. */
    @Component
    record Again(
            ResendTransmissions documents,
            ResendMessages mails,
            RefusedMails refused,
            ParkedWork parked,
            RetryWork work) {}

    /** What is used, or not. */
    @Component
    record Files(DecideFeedFile stock, DecidePriceFile prices, CostProposals proposals, DecideCosts costs) {}

    @Does(Act.ASK_SUPPLIERS)
    @PostMapping(DOCUMENT)
    ResponseEntity<String> document(Staff staff, Typed typed) {
        again.documents().resend(staff.merchant(), new TransmissionId(id(typed, "document")));
        return back(typed, Done.RESENT);
    }

    @Does(Act.RESEND_MAIL)
    @PostMapping(MAIL)
    ResponseEntity<String> mail(Staff staff, Typed typed) {
        again.mails().resend(staff.merchant(), new MessageId(id(typed, "mail")));
        return back(typed, Done.RESENT);
    }

    /** All that stand behind one task, each as if it were the only one. */
    @Does(Act.RESEND_MAIL)
    @PostMapping(MAILS)
    ResponseEntity<String> mails(Staff staff, Typed typed) {
        UUID batch = id(typed, "batch");
        List<Message> behind = tenancy.inTransaction(
                staff.merchant(), () -> again.refused().page(staff.merchant(), batch, null, MOST));
        behind.forEach(message -> again.mails().resend(staff.merchant(), message.id()));
        return back(typed, Done.MAILED);
    }

    @Does(Act.RETRY_WORK)
    @PostMapping(WORK)
    ResponseEntity<String> work(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        UUID subject = id(typed, "subject");
        ParkedWork.Parked found =
                tenancy.inTransaction(merchant, () -> again.parked().page(merchant, null, MOST)).stream()
                        .filter(parked -> parked.subject().equals(subject))
                        .findFirst()
                        .orElseThrow(RetryActs::nothing);
        again.work().retry(merchant, found.id());
        return back(typed, Done.RETRIED);
    }

    @Does(Act.DECIDE_STOCK)
    @PostMapping(STOCK_FILE)
    ResponseEntity<String> stockFile(Staff staff, Typed typed) {
        FeedFileId file = new FeedFileId(id(typed, "file"));
        if (isRight(typed)) {
            files.stock().accept(staff.merchant(), file);
            return back(typed, Done.ACCEPTED);
        }
        files.stock().refuse(staff.merchant(), file, why(typed));
        return back(typed, Done.REFUSED);
    }

    @Does(Act.DECIDE_COSTS)
    @PostMapping(PRICE_FILE)
    ResponseEntity<String> priceFile(Staff staff, Typed typed) {
        PriceFileId file = new PriceFileId(id(typed, "file"));
        if (isRight(typed)) {
            files.prices().accept(staff.merchant(), file);
            return back(typed, Done.ACCEPTED);
        }
        files.prices().refuse(staff.merchant(), file, why(typed));
        return back(typed, Done.REFUSED);
    }

    /** One cost that jumped, or all of a supplier's. */
    @Does(Act.DECIDE_COSTS)
    @PostMapping(COSTS)
    ResponseEntity<String> costs(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        List<UUID> wanted = typed.id("cost").map(List::of).orElseGet(() -> {
            SupplierId supplier = new SupplierId(id(typed, "supplier"));
            return tenancy.inTransaction(
                    merchant,
                    () -> files.proposals().open(merchant, supplier, null, MOST).stream()
                            .map(CostProposal::id)
                            .toList());
        });
        if (isRight(typed)) {
            files.costs().accept(merchant, wanted, why(typed));
            return back(typed, Done.ACCEPTED);
        }
        files.costs().refuse(merchant, wanted, why(typed));
        return back(typed, Done.REFUSED);
    }

    private static boolean isRight(Typed typed) {
        return typed.text("right").equals("yes");
    }

    private static String why(Typed typed) {
        return typed.text("note").isEmpty() ? "decided in the console" : typed.text("note");
    }

    private static ResponseEntity<String> back(Typed typed, Done done) {
        return done.backToExceptions(typed);
    }

    private static UUID id(Typed typed, String field) {
        return typed.id(field).orElseThrow(RetryActs::nothing);
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such thing any more; look at the list again.");
    }
}
