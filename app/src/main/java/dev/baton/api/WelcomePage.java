package dev.baton.api;

import dev.baton.merchants.JoinMerchant;
import dev.baton.platform.Problem;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.HtmlUtils;

/** Where a one-time link leads: the owner chooses a password. Looking at it changes nothing. */
@Controller
@RequestMapping("/welcome/{token}")
class WelcomePage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Baton</title><style>:root{color-scheme:light dark;--accent:#1f6f5c;--on:#fff;--bad:#a00}
            @media (prefers-color-scheme:dark){:root{--accent:#6cc9b0;--on:#14191c;--bad:#ff9a9a}}
            body{font:1rem/1.5 system-ui,sans-serif;max-width:30rem;margin:4rem auto;padding:0 1rem}
            label,input,button{display:block;width:100%%;box-sizing:border-box;font:inherit}input{margin:.25rem 0 1rem;padding:.5rem}
            button{padding:.6rem;border:0;border-radius:6px;background:var(--accent);color:var(--on)}a{color:var(--accent)}
            pre{overflow-x:auto}.trouble{color:var(--bad)}.trouble:empty{display:none}</style></head><body><h1>Baton</h1>%s</body></html>
            """;

    private static final String FORM = """
            <p>Choose how you sign in. This link works once.</p><p class="trouble" role="alert">%s</p>
            <form method="post"><label for="email">E-mail address</label>
            <input id="email" name="email" type="email" autocomplete="username" required value="%s"%s>
            <label for="password">Password, at least %d characters</label>
            <input id="password" name="password" type="password" autocomplete="new-password" required minlength="%d">
            <button>Join</button></form>
            """;

    private static final String DONE = """
            <p>You have joined. Make a key for your own programs on the machine Baton runs on:</p>
            <pre>./baton key create --name me --scope admin</pre>
            <p>The <a href="/api">description of the API</a> shows what to do with it.</p>
            """;

    private static final int GOOD = 200;

    private final JoinMerchant people;

    WelcomePage(JoinMerchant people) {
        this.people = people;
    }

    @GetMapping
    ResponseEntity<String> show(@PathVariable String token) {
        try {
            return page(GOOD, form(people.invited(token), ""));
        } catch (Problem refused) {
            return refusal(refused);
        }
    }

    @PostMapping
    ResponseEntity<String> join(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password) {
        try {
            people.accept(token, email, password);
            return page(GOOD, DONE);
        } catch (Problem refused) {
            return refused.field() == null
                    ? refusal(refused)
                    : page(refused.code().status(), form(people.invited(token), refused.detail()));
        }
    }

    private static ResponseEntity<String> refusal(Problem refused) {
        return page(refused.code().status(), "<p>" + HtmlUtils.htmlEscape(refused.detail()) + "</p>");
    }

    private static String form(String email, String trouble) {
        return FORM.formatted(
                HtmlUtils.htmlEscape(trouble),
                HtmlUtils.htmlEscape(email),
                email.isEmpty() ? "" : " readonly",
                JoinMerchant.SHORTEST_PASSWORD,
                JoinMerchant.SHORTEST_PASSWORD);
    }

    private static ResponseEntity<String> page(int status, String content) {
        return ResponseEntity.status(HttpStatusCode.valueOf(status))
                .contentType(MediaType.TEXT_HTML)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
                .body(PAGE.formatted(content));
    }
}
