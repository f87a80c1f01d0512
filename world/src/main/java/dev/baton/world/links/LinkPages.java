package dev.baton.world.links;

import dev.baton.world.http.Body;
import dev.baton.world.http.Caller;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Loads pages and sends forms. While Baton is down it is asked again: a form carries a word that makes it count once. */
public final class LinkPages {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int SEE_OTHER = 303;

    private final Caller caller;
    private final URI baseUrl;
    private final Duration patience;

    /**
     * Pages of one Baton.
     *
     * @param baseUrl where it listens: whatever public name a link has leads here
     */
    public LinkPages(Caller caller, URI baseUrl, Duration patience) {
        this.caller = caller;
        this.baseUrl = baseUrl;
        this.patience = patience;
    }

    /** Loads a page. */
    public Page open(URI link) {
        return page(link, patient("GET", here(link), Map.of(), Body.empty()));
    }

    /** Looks at a link as a mail scanner does: so many GETs and HEADs, no cookies, no forms. Answers the last status. */
    public int scan(URI link, int times) {
        int status = 0;
        for (int i = 0; i < times; i++) {
            caller.send("HEAD", here(link), Map.of(), Body.empty(), ANSWER_TIMEOUT);
            status = patient("GET", here(link), Map.of(), Body.empty()).status();
        }
        return status;
    }

    /**
     * Fills a form of a page and sends it; its hidden fields go along, whatever is not filled does not.
     *
     * @return the page it led to; where the form was refused, the refusal
     */
    public Page send(Page page, Element form, Map<String, String> values) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element hidden : form.select("input[type=hidden][name]")) {
            fields.put(hidden.attr("name"), hidden.attr("value"));
        }
        fields.putAll(values);
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(escape(name))
                .append('=')
                .append(escape(value)));
        URI target = here(page.at())
                .resolve(form.attr("action").isEmpty() ? here(page.at()).getRawPath() : form.attr("action"));
        Map<String, String> headers = Map.of("content-type", "application/x-www-form-urlencoded");
        Caller.Outcome answer = patient("POST", here(target), headers, Body.of(body.toString()));
        @Nullable String location = answer.location();
        return answer.status() == SEE_OTHER && location != null
                ? open(here(target).resolve(location))
                : page(target, answer);
    }

    /** What lies behind a link, such as a picture; empty where it is not there. */
    public Body bytes(URI link) {
        Caller.Outcome answer = patient("GET", here(link), Map.of(), Body.empty());
        return answer.isGood() ? answer.body() : Body.empty();
    }

    private Caller.Outcome patient(String method, URI uri, Map<String, String> headers, Body body) {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        while (true) {
            Caller.Outcome outcome = caller.send(method, uri, headers, body, ANSWER_TIMEOUT);
            boolean down = outcome.status() == 0 || outcome.status() == 429 || outcome.status() >= 500;
            if (!down || System.nanoTime() > giveUpAt || !rest()) {
                return outcome;
            }
        }
    }

    private static boolean rest() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Page page(URI at, Caller.Outcome outcome) {
        return new Page(
                at,
                outcome.status(),
                Jsoup.parse(outcome.body().text(), at.toString()),
                outcome.body().bytes().length);
    }

    private URI here(URI link) {
        String query = link.getRawQuery() == null ? "" : "?" + link.getRawQuery();
        return URI.create(baseUrl + link.getRawPath() + query);
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
