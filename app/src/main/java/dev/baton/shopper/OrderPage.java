package dev.baton.shopper;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.notifications.CustomerOrder;
import dev.baton.notifications.CustomerOrderLookup;
import dev.baton.notifications.CustomerWords;
import dev.baton.notifications.TrackingLink;
import dev.baton.orders.AnswerQuestion;
import dev.baton.orders.CustomerAnswer;
import dev.baton.orders.CustomerQuestionLookup;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Acting;
import dev.baton.platform.Actor;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.platform.links.Links.Opened;
import dev.baton.platform.pages.Pages;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The customer's page of one order, opened by a signed link: every parcel, what is to come, what will not come, help; and
 * the answer where the customer was asked whether a repeated order was meant.
 */
@RestController
class OrderPage {

    private final Links links;
    private final Tenancy tenancy;
    private final CustomerOrderLookup orders;
    private final MerchantLookup merchants;
    private final BrandLookup brands;
    private final Frames frames;
    private final Pages pages;
    private final Asked asked;

    OrderPage(
            Links links,
            Tenancy tenancy,
            CustomerOrderLookup orders,
            MerchantLookup merchants,
            BrandLookup brands,
            Frames frames,
            Pages pages,
            Asked asked) {
        this.links = links;
        this.tenancy = tenancy;
        this.orders = orders;
        this.merchants = merchants;
        this.brands = brands;
        this.frames = frames;
        this.pages = pages;
        this.asked = asked;
    }

    /** What was asked, who takes the answer, and what day it is. */
    @Component
    record Asked(CustomerQuestionLookup lookup, AnswerQuestion answers, Clock clock) {}

    /** GET and HEAD; both change nothing, whatever is chosen in the mail: it is confirmed on the page. */
    @GetMapping("/o/{handle}")
    ResponseEntity<byte[]> show(
            @PathVariable String handle,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String say,
            @RequestParam(required = false) @Nullable String all,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted) {
        return opened(handle, lang, accepted, opened -> page(opened, new Seen(handle, lang, say, all != null)));
    }

    /** Takes the customer's answer; the page after it says what was decided, also where that was something else. */
    @PostMapping("/o/{handle}")
    ResponseEntity<byte[]> answer(
            @PathVariable String handle,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(defaultValue = "") String say,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted) {
        return opened(handle, lang, accepted, opened -> {
            Optional<CustomerAnswer> answer = answer(say);
            if (mayAnswer(opened) && answer.isPresent()) {
                Acting.as(
                        new Actor.Customer(opened.subject()),
                        null,
                        () -> asked.answers()
                                .answer(opened.merchant(), new SalesOrderId(opened.subject()), answer.get()));
            }
            return Optional.of(Answers.seeOther(new Seen(handle, lang, null, false).path()));
        });
    }

    /** How the page is looked at. */
    private record Seen(
            String handle, @Nullable String lang, @Nullable String say, boolean all) {

        String path() {
            return "/o/" + handle
                    + (lang == null ? "" : "?lang=" + CustomerWords.of(lang).language());
        }

        String pathOfAll() {
            return path() + (lang == null ? "?all=1" : "&all=1");
        }
    }

    private static boolean mayAnswer(Opened opened) {
        return (opened.actions() & TrackingLink.ANSWER) != 0;
    }

    private static Optional<CustomerAnswer> answer(String said) {
        return switch (said) {
            case TrackingLink.SAY_BOTH -> Optional.of(CustomerAnswer.SEND_BOTH);
            case TrackingLink.SAY_CANCEL -> Optional.of(CustomerAnswer.CANCEL);
            default -> Optional.empty();
        };
    }

    private interface Then {
        Optional<ResponseEntity<byte[]>> with(Opened opened);
    }

    private ResponseEntity<byte[]> opened(String handle, @Nullable String lang, @Nullable String accepted, Then then) {
        CustomerWords words = CustomerWords.of(lang, Frames.firstWish(accepted));
        try {
            return links.open(LinkPurpose.TRACKING, handle)
                    .filter(opened -> !opened.expired())
                    .flatMap(then::with)
                    .orElseGet(() -> notice(words, HttpStatus.NOT_FOUND, "problem.link"));
        } catch (DataAccessException | TransactionException away) {
            return notice(words, HttpStatus.SERVICE_UNAVAILABLE, "problem.busy");
        }
    }

    private Optional<ResponseEntity<byte[]>> page(Opened opened, Seen seen) {
        MerchantId merchant = opened.merchant();
        return tenancy.inTransaction(
                merchant,
                () -> orders.find(merchant, new SalesOrderId(opened.subject()))
                        .map(order -> view(merchant, order, seen, mayAnswer(opened)))
                        .map(view ->
                                Answers.page(HttpStatus.OK, view.frame(), pages.render("shopper/tracking.jte", view))));
    }

    private TrackingView view(MerchantId merchant, CustomerOrder order, Seen seen, boolean mayAnswer) {
        Brand brand = brands.ofStore(merchant, order.store());
        String theirs = order.customer() == null ? null : order.customer().locale();
        CustomerWords words = CustomerWords.of(seen.lang(), theirs, brand.language());
        ZoneId zone = merchants.store(merchant, order.store()).map(Store::zone).orElse(ZoneOffset.UTC);
        Frame frame = frames.of(merchant, brand, words, words.say("page.title", order.name()), "/o/" + seen.handle());
        QuestionWords question = new QuestionWords(words, zone, mayAnswer, seen.say(), seen.path());
        return new TrackingWords(
                        words,
                        zone,
                        LocalDate.ofInstant(asked.clock().instant(), zone),
                        seen.all() ? PageRoom.ALL : PageRoom.of(order))
                .view(
                        frame,
                        brand,
                        order,
                        asked.lookup()
                                .ofOrder(merchant, order.id())
                                .map(asking -> question.of(order, asking))
                                .orElse(null),
                        seen.pathOfAll());
    }

    private ResponseEntity<byte[]> notice(CustomerWords words, HttpStatus status, String key) {
        Frame frame = frames.bare(words, words.say(key + ".title"));
        return Answers.page(
                status,
                frame,
                pages.render(
                        "shopper/notice.jte",
                        new NoticeView(frame, words.say(key + ".title"), words.say(key + ".advice"))));
    }
}
