package dev.baton.shopper;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.notifications.CustomerOrder;
import dev.baton.notifications.CustomerOrderLookup;
import dev.baton.notifications.CustomerWords;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.platform.links.Links.Opened;
import dev.baton.platform.pages.Pages;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The customer's page of one order, opened by a signed link: every parcel, what is to come, what will not come, help. */
@RestController
class OrderPage {

    private final Links links;
    private final Tenancy tenancy;
    private final CustomerOrderLookup orders;
    private final MerchantLookup merchants;
    private final BrandLookup brands;
    private final Frames frames;
    private final Pages pages;

    OrderPage(
            Links links,
            Tenancy tenancy,
            CustomerOrderLookup orders,
            MerchantLookup merchants,
            BrandLookup brands,
            Frames frames,
            Pages pages) {
        this.links = links;
        this.tenancy = tenancy;
        this.orders = orders;
        this.merchants = merchants;
        this.brands = brands;
        this.frames = frames;
        this.pages = pages;
    }

    /** GET and HEAD; both change nothing. */
    @GetMapping("/o/{handle}")
    ResponseEntity<byte[]> show(
            @PathVariable String handle,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted) {
        CustomerWords words = CustomerWords.of(lang, Frames.firstWish(accepted));
        try {
            return links.open(LinkPurpose.TRACKING, handle)
                    .filter(opened -> !opened.expired())
                    .flatMap(opened -> page(opened, handle, lang))
                    .orElseGet(() -> notice(words, HttpStatus.NOT_FOUND, "problem.link"));
        } catch (DataAccessException | TransactionException away) {
            return notice(words, HttpStatus.SERVICE_UNAVAILABLE, "problem.busy");
        }
    }

    private Optional<ResponseEntity<byte[]>> page(Opened opened, String handle, @Nullable String lang) {
        MerchantId merchant = opened.merchant();
        return tenancy.inTransaction(
                merchant,
                () -> orders.find(merchant, new SalesOrderId(opened.subject()))
                        .map(order -> view(merchant, order, handle, lang))
                        .map(view ->
                                Answers.page(HttpStatus.OK, view.frame(), pages.render("shopper/tracking.jte", view))));
    }

    private TrackingView view(MerchantId merchant, CustomerOrder order, String handle, @Nullable String lang) {
        Brand brand = brands.ofStore(merchant, order.store());
        String theirs = order.customer() == null ? null : order.customer().locale();
        CustomerWords words = CustomerWords.of(lang, theirs, brand.language());
        ZoneId zone = merchants.store(merchant, order.store()).map(Store::zone).orElse(ZoneOffset.UTC);
        Frame frame = frames.of(merchant, brand, words, words.say("page.title", order.name()), "/o/" + handle);
        return new TrackingWords(words, zone).view(frame, brand, order);
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
