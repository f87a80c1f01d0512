package dev.baton.portal;

import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SupplierOffer;
import dev.baton.inventory.SupplierStock;
import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.platform.pages.Assets;
import dev.baton.platform.pages.Pages;
import dev.baton.suppliers.DeclareClosure;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page behind "how many do you have?": a supplier's items, a number each. Looking changes nothing; a form counts
 * once, however often it is sent.
 */
@RestController
@RequestMapping("/c/{handle}")
class CheckInDoor {

    static final String PATH = "/c/";

    private static final int LONGEST_ONCE = 64;
    private static final int GONE = 410;
    private static final int INVALID = 422;

    private final Tenancy tenancy;
    private final Links links;
    private final SupplierLookup suppliers;
    private final CheckInStock stock;
    private final StockChecks checks;
    private final Refusals refusals;
    private final Guard guard;
    private final Screen screen;
    private final Clock clock;

    CheckInDoor(
            Tenancy tenancy,
            Links links,
            SupplierLookup suppliers,
            CheckInStock stock,
            StockChecks checks,
            Refusals refusals,
            Guard guard,
            Screen screen,
            Clock clock) {
        this.tenancy = tenancy;
        this.links = links;
        this.suppliers = suppliers;
        this.stock = stock;
        this.checks = checks;
        this.refusals = refusals;
        this.guard = guard;
        this.screen = screen;
        this.clock = clock;
    }

    /** What the page is made with. */
    @Component
    record Screen(Assets assets, Pages pages, MerchantLookup merchants, DeclareClosure closures) {}

    /** An opened link and whose it is. */
    private record Inside(Links.Opened link, SupplierTerms supplier, String base, Words words) {

        SupplierId id() {
            return supplier.id();
        }
    }

    private interface Then {
        ResponseEntity<String> answer(Inside inside);
    }

    @GetMapping
    ResponseEntity<String> look(
            @PathVariable String handle,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request) {
        if (!guard.admitsLook(request, handle)) {
            return refusals.tooMany(Words.of(LinkPage.languages(request)));
        }
        return opened(
                handle,
                request,
                inside -> inside.link().expired()
                        ? expired(inside, done != null)
                        : page(inside, offer(after), done, Map.of(), Set.of()));
    }

    @PostMapping
    ResponseEntity<String> say(@PathVariable String handle, HttpServletRequest request) {
        return form(handle, request, inside -> {
            Form form = Form.of(request);
            String once = form.text("once");
            if (inside.link().expired() || once.isEmpty() || once.length() > LONGEST_ONCE) {
                return Answer.seeOther(inside.base());
            }
            @Nullable OfferId after = offer(form.text("after"));
            CheckInStock.Page page = stock.page(inside.link().merchant(), inside.id(), after);
            CheckInForm.Said said = CheckInForm.read(form, page.offers(), form.isTicked("all"));
            if (!said.wrong().isEmpty()) {
                return page(inside, after, null, form.fields(), said.wrong());
            }
            stock.take(inside.link().merchant(), inside.id(), once, said);
            return Answer.seeOther(
                    page.more()
                            ? inside.base() + "?after="
                                    + page.offers().getLast().offer().value() + "&done=page"
                            : inside.base() + "?done=all");
        });
    }

    /** Days away, from the page of numbers: whoever is asked for its stock may be about to close. */
    @PostMapping("/closed")
    ResponseEntity<String> closed(@PathVariable String handle, HttpServletRequest request) {
        return form(handle, request, inside -> {
            Form form = Form.of(request);
            if (inside.link().expired()) {
                return Answer.seeOther(inside.base());
            }
            try {
                LocalDate from = form.day("from");
                LocalDate until = form.day("until");
                if (from == null || until == null) {
                    return refused(inside, "error.day");
                }
                String note = form.text("note");
                screen.closures()
                        .declare(
                                inside.link().merchant(),
                                inside.id(),
                                new DeclareClosure.Absence(from, until, note.isEmpty() ? null : note));
                return Answer.seeOther(inside.base() + "?done=closed");
            } catch (Problem wrong) {
                return refused(inside, wrong.detail().startsWith("error.") ? wrong.detail() : "error.day");
            }
        });
    }

    private ResponseEntity<String> refused(Inside inside, String word) {
        return page(inside, null, word, Map.of(), Set.of(word));
    }

    @PostMapping("/fresh")
    ResponseEntity<String> fresh(@PathVariable String handle, HttpServletRequest request) {
        return form(handle, request, inside -> {
            if (inside.link().expired()) {
                checks.mailFresh(inside.link().merchant(), inside.id());
            }
            return Answer.seeOther(inside.base() + "?done=fresh");
        });
    }

    private ResponseEntity<String> form(String handle, HttpServletRequest request, Then then) {
        Words words = Words.of(LinkPage.languages(request));
        if (!guard.isOurForm(request)) {
            return refusals.foreignForm(words);
        }
        return guard.admitsForm(request, handle) ? opened(handle, request, then) : refusals.tooMany(words);
    }

    private ResponseEntity<String> opened(String handle, HttpServletRequest request, Then then) {
        List<String> languages = LinkPage.languages(request);
        Words browser = Words.of(languages);
        Optional<Links.Opened> link = links.open(LinkPurpose.STOCK_CHECK, handle);
        if (link.isEmpty()) {
            return guard.admitsStranger(request) ? refusals.unknownLink(browser) : refusals.tooMany(browser);
        }
        SupplierId id = new SupplierId(link.get().subject());
        @Nullable
        SupplierTerms supplier = tenancy.<@Nullable SupplierTerms>inTransaction(
                link.get().merchant(),
                () -> suppliers.terms(link.get().merchant(), List.of(id)).get(id));
        if (supplier == null) {
            return refusals.unknownLink(browser);
        }
        Words words = languages.isEmpty() ? Words.of(List.of(supplier.language())) : browser;
        return then.answer(new Inside(link.get(), supplier, PATH + handle, words));
    }

    /** The id of an offer; null for none, and for what is no id. */
    private static @Nullable OfferId offer(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : new OfferId(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private ResponseEntity<String> expired(Inside inside, boolean asked) {
        Words words = inside.words();
        String title = words.say("expired.title");
        PlainPage page = new PlainPage(
                screen.assets().shell(words.language(), title),
                title,
                List.of(words.say(asked ? "fresh.asked" : "expired.text")),
                asked ? null : words.say("expired.button"),
                inside.base() + "/fresh");
        return Answer.page(asked ? 200 : GONE, screen.pages().render("portal/plain.jte", page));
    }

    private ResponseEntity<String> page(
            Inside inside,
            @Nullable OfferId after,
            @Nullable String done,
            Map<String, String> typed,
            Set<String> wrong) {
        boolean all = "all".equals(done);
        CheckInStock.Page page = all ? new CheckInStock.Page(List.of(), Map.of(), false) : read(inside, after);
        Words words = inside.words();
        String merchant = tenancy.inTransaction(
                inside.link().merchant(),
                () -> screen.merchants().settings(inside.link().merchant()).name());
        String title = words.say(all || page.offers().isEmpty() ? "check.done" : "check.title");
        CheckInPage shown = new CheckInPage(
                screen.assets().shell(words.language(), title),
                words,
                title,
                words.say("check.intro", merchant, inside.supplier().name()),
                inside.base(),
                ShowOrder.nonce(),
                after == null ? "" : after.value().toString(),
                notice(words, done, wrong),
                !wrong.isEmpty(),
                all || page.offers().isEmpty(),
                clock.instant().atZone(inside.supplier().zone()).toLocalDate().toString(),
                page.offers().stream()
                        .map(offer -> item(inside, offer, page.said().get(offer.offer()), typed, wrong))
                        .toList());
        return Answer.page(wrong.isEmpty() ? 200 : INVALID, screen.pages().render("portal/check.jte", shown));
    }

    private static @Nullable String notice(Words words, @Nullable String done, Set<String> wrong) {
        if (!wrong.isEmpty()) {
            return words.say(done == null ? "error.units" : done);
        }
        return done == null ? null : words.say(done.equals("closed") ? "check.closed" : "check.saved");
    }

    private CheckInStock.Page read(Inside inside, @Nullable OfferId after) {
        return stock.page(inside.link().merchant(), inside.id(), after);
    }

    private static CheckInPage.Item item(
            Inside inside,
            SupplierOffer offer,
            SupplierStock.@Nullable Said said,
            Map<String, String> typed,
            Set<String> wrong) {
        Words words = inside.words();
        String id = offer.offer().value().toString();
        @Nullable Instant at = said == null ? null : said.at();
        String place = offer.shipFrom().equals(Offer.MAIN) ? "" : " · " + offer.shipFrom();
        return new CheckInPage.Item(
                id,
                offer.title(),
                offer.supplierSku() + place,
                said == null || at == null
                        ? words.say("check.never")
                        : words.say(
                                "check.last",
                                said.quantity(),
                                words.at(at, inside.supplier().zone())),
                said == null ? null : (Integer) said.quantity(),
                typed.getOrDefault("l." + id, String.valueOf(offer.leadTimeDays())),
                said != null && said.discontinued(),
                typed.getOrDefault("q." + id, ""),
                wrong.contains(id));
    }
}
