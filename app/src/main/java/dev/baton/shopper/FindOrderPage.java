package dev.baton.shopper;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.notifications.CustomerWords;
import dev.baton.notifications.TrackingLink;
import dev.baton.orders.CustomerLookup;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.http.ClientAddress;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.platform.pages.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Finds an order by its number and the mail address it was made with. An unknown number, a wrong address and a number
 * whose tries are used up are answered alike, after the same work.
 */
@RestController
class FindOrderPage {

    private static final int LONGEST = 254;
    private static final Duration LINK_LASTS = Duration.ofDays(1);

    private final Tenancy tenancy;
    private final MerchantLookup merchants;
    private final BrandLookup brands;
    private final CustomerLookup customers;
    private final Links links;
    private final LookupLimits limits;
    private final ClientAddress clients;
    private final Frames frames;
    private final Pages pages;
    private final Clock clock;

    FindOrderPage(
            Tenancy tenancy,
            MerchantLookup merchants,
            BrandLookup brands,
            CustomerLookup customers,
            Links links,
            LookupLimits limits,
            ClientAddress clients,
            Frames frames,
            Pages pages,
            Clock clock) {
        this.tenancy = tenancy;
        this.merchants = merchants;
        this.brands = brands;
        this.customers = customers;
        this.links = links;
        this.limits = limits;
        this.clients = clients;
        this.frames = frames;
        this.pages = pages;
        this.clock = clock;
    }

    /** Whose page it is and in what language. */
    private record Asked(
            String merchant,
            String store,
            @Nullable String lang,
            @Nullable String accepted) {

        CustomerWords words(String last) {
            return CustomerWords.of(lang, Frames.firstWish(accepted), last);
        }
    }

    @GetMapping("/o/{merchant}/{store}")
    ResponseEntity<byte[]> form(
            @PathVariable String merchant,
            @PathVariable String store,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted) {
        Asked asked = new Asked(merchant, store, lang, accepted);
        return answer(asked, found -> page(asked, found, HttpStatus.OK, null, "", ""));
    }

    @PostMapping("/o/{merchant}/{store}")
    ResponseEntity<byte[]> find(
            @PathVariable String merchant,
            @PathVariable String store,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted,
            HttpServletRequest request) {
        Asked asked = new Asked(merchant, store, lang, accepted);
        return answer(asked, found -> {
            String number = cut(order);
            String address = cut(email);
            String key =
                    found.store().code() + "/" + number.toLowerCase(Locale.ROOT).replaceAll("[#\\s]", "");
            LookupLimits.Verdict verdict = limits.take(found.merchant(), clients.of(request), key);
            if (verdict == LookupLimits.Verdict.CALLER_TOO_OFTEN) {
                return page(asked, found, HttpStatus.TOO_MANY_REQUESTS, "lookup.slow", number, address);
            }
            // looked for in any case: a number whose tries are used up takes the same time as any other
            return customers
                    .find(found.merchant(), found.store().id(), number, address)
                    .filter(id -> verdict == LookupLimits.Verdict.ALLOWED)
                    .map(id -> lead(found.merchant(), id))
                    .orElseGet(() -> page(asked, found, HttpStatus.OK, "lookup.none", number, address));
        });
    }

    private record Found(MerchantId merchant, Store store) {}

    private interface Then {
        ResponseEntity<byte[]> with(Found found);
    }

    private ResponseEntity<byte[]> answer(Asked asked, Then then) {
        CustomerWords words = asked.words("en");
        try {
            Optional<MerchantId> merchant = MerchantPath.read(asked.merchant());
            if (merchant.isEmpty()) {
                return notice(words, HttpStatus.NOT_FOUND, "problem.link");
            }
            return tenancy.inTransaction(
                    merchant.get(),
                    () -> merchants
                            .storeByCode(merchant.get(), asked.store())
                            .map(store -> then.with(new Found(merchant.get(), store)))
                            .orElseGet(() -> notice(words, HttpStatus.NOT_FOUND, "problem.link")));
        } catch (DataAccessException | TransactionException away) {
            return notice(words, HttpStatus.SERVICE_UNAVAILABLE, "problem.busy");
        }
    }

    private ResponseEntity<byte[]> lead(MerchantId merchant, SalesOrderId order) {
        String handle = links.sign(
                merchant,
                LinkPurpose.TRACKING,
                order.value(),
                TrackingLink.LOOK,
                clock.instant().plus(LINK_LASTS));
        return Answers.seeOther("/o/" + handle);
    }

    private ResponseEntity<byte[]> page(
            Asked asked, Found found, HttpStatus status, @Nullable String trouble, String order, String email) {
        Brand brand = brands.ofStore(found.merchant(), found.store().id());
        CustomerWords words = asked.words(brand.language());
        String path = "/o/" + found.merchant().value() + "/" + found.store().code();
        Frame frame = frames.of(found.merchant(), brand, words, words.say("lookup.title"), path);
        LookupView view = new LookupView(
                frame, path + "?lang=" + words.language(), trouble == null ? null : words.say(trouble), order, email);
        return Answers.page(status, frame, pages.render("shopper/lookup.jte", view));
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

    private static String cut(String text) {
        String kept = text.replace("\u0000", "").strip();
        return kept.length() <= LONGEST ? kept : kept.substring(0, LONGEST);
    }
}
