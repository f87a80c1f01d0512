package dev.baton.portal;

import dev.baton.inventory.InventoryProblem;
import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.platform.pages.Assets;
import dev.baton.platform.pages.Pages;
import dev.baton.trading.feeds.DecideFeedFile;
import dev.baton.trading.feeds.FeedFile;
import dev.baton.trading.feeds.FeedFileId;
import dev.baton.trading.feeds.FeedLookup;
import dev.baton.trading.feeds.FeedLookup.FileView;
import dev.baton.trading.feeds.FeedProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page behind the question "4,812 of 4,812 are 0: right?". Looking changes nothing; the first button counts. */
@RestController
@RequestMapping("/f/{handle}")
class StockPage {

    static final String PATH = "/f/";

    private static final String WAITS = "QUARANTINED";
    private static final int GONE = 410;

    private final Tenancy tenancy;
    private final Links links;
    private final FeedLookup files;
    private final DecideFeedFile decide;
    private final Refusals refusals;
    private final Guard guard;
    private final Screen screen;

    StockPage(
            Tenancy tenancy,
            Links links,
            FeedLookup files,
            DecideFeedFile decide,
            Refusals refusals,
            Guard guard,
            Screen screen) {
        this.tenancy = tenancy;
        this.links = links;
        this.files = files;
        this.decide = decide;
        this.refusals = refusals;
        this.guard = guard;
        this.screen = screen;
    }

    /** What the page is made with. */
    @Component
    record Screen(Assets assets, Pages pages, MerchantLookup merchants) {}

    @GetMapping
    ResponseEntity<String> look(@PathVariable String handle, HttpServletRequest request) {
        Words words = Words.of(LinkPage.languages(request));
        if (!guard.admitsLook(request, handle)) {
            return refusals.tooMany(words);
        }
        return opened(handle, request, words, (link, view) -> page(link, view, handle, words));
    }

    @PostMapping("/{word}")
    ResponseEntity<String> answer(@PathVariable String handle, @PathVariable String word, HttpServletRequest request) {
        Words words = Words.of(LinkPage.languages(request));
        if (!guard.isOurForm(request)) {
            return refusals.foreignForm(words);
        }
        if (!guard.admitsForm(request, handle)) {
            return refusals.tooMany(words);
        }
        Optional<FeedFile.Answer> answer = List.of(FeedFile.Answer.values()).stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
        return opened(handle, request, words, (link, view) -> {
            if (answer.isEmpty()) {
                return refusals.unknownLink(words);
            }
            if (!link.expired()) {
                say(link.merchant(), view.file().id(), answer.get());
            }
            return Answer.seeOther(PATH + handle);
        });
    }

    /** Somebody else was first: the page then says what counts. */
    private void say(MerchantId merchant, FeedFileId file, FeedFile.Answer answer) {
        try {
            decide.answer(merchant, file, answer);
        } catch (Problem decided) {
            if (decided.code() != InventoryProblem.FEED_DECIDED) {
                throw decided;
            }
        }
    }

    private interface Inside {
        ResponseEntity<String> answer(Links.Opened link, FileView view);
    }

    private ResponseEntity<String> opened(String handle, HttpServletRequest request, Words words, Inside then) {
        Optional<Links.Opened> link = links.open(LinkPurpose.STOCK_FILE, handle);
        if (link.isEmpty()) {
            return guard.admitsStranger(request) ? refusals.unknownLink(words) : refusals.tooMany(words);
        }
        try {
            FileView view =
                    files.file(link.get().merchant(), new FeedFileId(link.get().subject()));
            return then.answer(link.get(), view);
        } catch (Problem unknown) {
            if (unknown.code() != FeedProblem.FEED_FILE_UNKNOWN) {
                throw unknown;
            }
            return refusals.unknownLink(words);
        }
    }

    private ResponseEntity<String> page(Links.Opened link, FileView view, String handle, Words words) {
        String merchant = tenancy.inTransaction(
                link.merchant(),
                () -> screen.merchants().settings(link.merchant()).name());
        StockQuestion question = StockQuestion.of(view, words);
        boolean open = view.run().state().equals(WAITS) && !link.expired();
        FeedFile.@Nullable Answer answer = view.file().answer();
        String below = open
                ? words.say("stock.what-follows")
                : answer == null
                        ? words.say("stock.closed")
                        : words.say(answer == FeedFile.Answer.RIGHT ? "stock.was-right" : "stock.was-wrong");
        String title = open ? words.say("stock.title", question.claim()) : words.say("stock.done");
        StockAsked shown = new StockAsked(
                screen.assets().shell(words.language(), title),
                title,
                List.of(words.say("stock.text", merchant, question.file(), question.claim()), below),
                open ? PATH + handle : null,
                words.say("stock.right"),
                words.say("stock.wrong"));
        return Answer.page(open || answer != null ? 200 : GONE, screen.pages().render("portal/stock.jte", shown));
    }
}
