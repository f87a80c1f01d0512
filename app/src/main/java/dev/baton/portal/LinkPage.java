package dev.baton.portal;

import dev.baton.platform.Problem;
import dev.baton.portal.LinkActs.Act;
import dev.baton.portal.OrderPage.Notice;
import dev.baton.portal.ShowOrder.Showing;
import dev.baton.shipping.ParcelProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page behind a link to one purchase order. Looking changes nothing, however often a mail scanner looks; a form
 * has one effect, however often it is sent.
 */
@RestController
@RequestMapping("/t/{handle}")
class LinkPage {

    /** Remarks on what was done: the ends of keys below {@code note.}; whatever else an address says is not said. */
    private static final Set<String> NOTES = Set.of("gone", "odd-number", "overtaken", "cost", "same-number");

    private final OpenLinks links;
    private final ShowOrder show;
    private final LinkActs acts;
    private final FreshLinks freshLinks;
    private final Refusals refusals;
    private final ShutLinks shut;
    private final Guard guard;
    private final Papers papers;

    LinkPage(
            OpenLinks links,
            ShowOrder show,
            LinkActs acts,
            FreshLinks freshLinks,
            Refusals refusals,
            ShutLinks shut,
            Guard guard,
            Papers papers) {
        this.links = links;
        this.show = show;
        this.acts = acts;
        this.freshLinks = freshLinks;
        this.refusals = refusals;
        this.shut = shut;
        this.guard = guard;
        this.papers = papers;
    }

    @GetMapping(params = "!print")
    ResponseEntity<String> look(
            @PathVariable String handle,
            @RequestParam(defaultValue = "1") String parcels,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        Words browser = words(request);
        if (!guard.admitsLook(request, handle)) {
            return refusals.tooMany(browser);
        }
        Optional<OpenedLink> opened = links.open(handle, languages(request));
        if (opened.isEmpty()) {
            return guard.admitsStranger(request) ? refusals.unknownLink(browser) : refusals.tooMany(browser);
        }
        OpenedLink link = opened.get();
        if (!link.works()) {
            return shut.page(link, done.equals("fresh"));
        }
        return Answer.page(
                200, show.html(link, new Showing(count(parcels), notice(link.words(), done, note), Map.of())));
    }

    /** The papers: {@code print} is slip, order or label, {@code size} A4, Letter or 4x6; an order without it as it was sent; {@code parcel} the slip or label of that one. */
    @GetMapping(params = "print")
    ResponseEntity<?> print(
            @PathVariable String handle,
            @RequestParam String print,
            @RequestParam(defaultValue = "") String size,
            @RequestParam(defaultValue = "") String parcel,
            HttpServletRequest request) {
        if (!guard.admitsForm(request, handle)) {
            return refusals.tooMany(words(request));
        }
        Optional<OpenedLink> opened = links.open(handle, languages(request));
        if (opened.isEmpty()) {
            return refusals.unknownLink(words(request));
        }
        OpenedLink link = opened.get();
        if (!link.works()) {
            return shut.page(link, false);
        }
        Optional<ResponseEntity<byte[]>> paper = papers.print(link, print, size, parcel);
        return paper.isPresent() ? paper.get() : refusals.unprintable(link);
    }

    @PostMapping("/fresh")
    ResponseEntity<String> fresh(@PathVariable String handle, HttpServletRequest request) {
        return guarded(handle, request, link -> {
            if (link.takenBack()) {
                return shut.page(link, false);
            }
            freshLinks.ask(link);
            return Answer.seeOther(link.base() + "?done=fresh");
        });
    }

    @PostMapping("/{action}")
    ResponseEntity<String> act(@PathVariable String handle, @PathVariable String action, HttpServletRequest request) {
        return guarded(handle, request, link -> {
            Act act = Act.of(action);
            if (act == null) {
                return refusals.unknownLink(link.words());
            }
            return link.works() ? perform(link, act, request) : shut.page(link, false);
        });
    }

    /** What is done with a link that was opened. */
    private interface WithLink {
        ResponseEntity<String> answer(OpenedLink link);
    }

    private ResponseEntity<String> guarded(String handle, HttpServletRequest request, WithLink then) {
        Words browser = words(request);
        if (!guard.isOurForm(request)) {
            return refusals.foreignForm(browser);
        }
        if (!guard.admitsForm(request, handle)) {
            return refusals.tooMany(browser);
        }
        return links.open(handle, languages(request))
                .map(then::answer)
                .orElseGet(() ->
                        guard.admitsStranger(request) ? refusals.unknownLink(browser) : refusals.tooMany(browser));
    }

    private ResponseEntity<String> perform(OpenedLink link, Act act, HttpServletRequest request) {
        Map<String, String> typed = Map.of();
        try {
            Form form = Form.of(request);
            typed = form.fields();
            if (act == Act.SHIP && typed.containsKey("more")) {
                int parcels = Math.min(ShipForm.MOST_PARCELS, parcelsIn(typed) + 1);
                return Answer.page(200, show.html(link, new Showing(parcels, null, typed)));
            }
            String remark = acts.act(link, act, form);
            return Answer.seeOther(link.base() + "?done=" + act.word() + (remark.isEmpty() ? "" : "&note=" + remark));
        } catch (Problem refused) {
            Notice notice = notice(link.words(), act, refused, typed);
            OpenedLink now = links.open(link.handle(), languages(request)).orElse(link);
            return Answer.page(refused.code().status(), show.html(now, new Showing(parcelsIn(typed), notice, typed)));
        }
    }

    private static Notice notice(Words words, Act act, Problem refused, Map<String, String> typed) {
        String why = Says.of(words, refused);
        if (refused.code() instanceof ParcelProblem) {
            // the parcel is not here or keeps its number: the page has no form for it that could be mended
            return new Notice(false, "", "", List.of(why));
        }
        return new Notice(
                false,
                act == Act.NUMBER ? NumberForm.name(typed.getOrDefault("parcel", "")) : act.word(),
                Objects.requireNonNullElse(refused.field(), ""),
                List.of(why, words.say("error.nothing-done")));
    }

    private static @Nullable Notice notice(Words words, String done, String note) {
        Act act = Act.of(done);
        if (act == null) {
            return done.equals("fresh") ? new Notice(true, "", "", List.of(words.say("fresh.asked"))) : null;
        }
        List<String> texts = new ArrayList<>();
        if (!note.equals("same-number")) {
            texts.add(words.say("done." + act.word()));
        }
        if (NOTES.contains(note)) {
            texts.add(words.say("note." + note));
        }
        return new Notice(true, "", "", texts);
    }

    private static int count(String parcels) {
        return parcels.matches("[0-9]{1,2}") ? Math.clamp(Integer.parseInt(parcels), 1, ShipForm.MOST_PARCELS) : 1;
    }

    private static int parcelsIn(Map<String, String> typed) {
        int most = 1;
        for (int i = 1; i <= ShipForm.MOST_PARCELS; i++) {
            if (typed.containsKey("parcel." + i + ".tracking")) {
                most = i;
            }
        }
        return most;
    }

    private static Words words(HttpServletRequest request) {
        return Words.of(languages(request));
    }

    static List<String> languages(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? List.of()
                : Collections.list(request.getLocales()).stream()
                        .map(Locale::toLanguageTag)
                        .toList();
    }
}
