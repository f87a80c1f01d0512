package dev.baton.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody with a browser of their own: it keeps cookies, follows nothing by itself, and sends forms as they stand. */
final class Staffer {

    private final URI base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Staffer(URI base) {
        this.base = base;
    }

    /** Signs in, and is taken further. */
    Staffer signIn(String email, String password) {
        Document page = page("/console/sign-in");
        HttpResponse<String> in = send(page, "#sign-in", Map.of("email", email, "password", password));
        if (in.statusCode() != 303) {
            throw new IllegalStateException("not signed in: " + in.statusCode() + " " + in.body());
        }
        return this;
    }

    HttpResponse<String> get(String path) {
        return exchange(HttpRequest.newBuilder(base.resolve(path)).build());
    }

    /** A page that is there. */
    Document page(String path) {
        return page(path, "");
    }

    /** A page that is there, by a link of another one; empty = by none. */
    Document page(String path, String from) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        HttpResponse<String> answer = exchange(
                from.isEmpty()
                        ? request.build()
                        : request.header("Referer", base.resolve(from).toString())
                                .build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return Jsoup.parse(answer.body());
    }

    /** The page a form answered with. */
    Document form(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("answered " + answer.statusCode() + ": " + answer.body());
        }
        return Jsoup.parse(answer.body());
    }

    /** A file that is there. */
    byte[] bytes(String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Sends the form found on the page by that selector, with these fields changed. */
    HttpResponse<String> send(Document page, String selector, Map<String, String> changed) {
        Element form = Objects.requireNonNull(page.selectFirst(selector), selector);
        Map<String, String> fields = new HashMap<>();
        form.select("input[name], select[name]").forEach(field -> {
            boolean unchosen =
                    java.util.List.of("radio", "checkbox").contains(field.attr("type")) && !field.hasAttr("checked");
            if (!unchosen) {
                Element marked = field.selectFirst("option[selected]");
                Element chosen = marked == null ? field.selectFirst("option") : marked;
                fields.put(field.attr("name"), chosen == null ? field.val() : chosen.val());
            }
        });
        form.select("textarea[name]").forEach(field -> fields.put(field.attr("name"), field.wholeText()));
        fields.putAll(changed);
        return post(form.attr("action"), fields);
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return exchange(request.build());
    }

    /** Sends a file by the form found on the page by that selector. */
    HttpResponse<String> upload(Document page, String selector, String name, String text) {
        Element form = Objects.requireNonNull(page.selectFirst(selector), selector);
        String body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + text + "\r\n--edge--\r\n";
        return exchange(HttpRequest.newBuilder(base.resolve(form.attr("action")))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** As browsers do, what is for safe ways alone goes to this machine as well. */
    private HttpResponse<String> exchange(HttpRequest request) {
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
