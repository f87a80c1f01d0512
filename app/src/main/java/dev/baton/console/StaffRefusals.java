package dev.baton.console;

import dev.baton.platform.pages.Assets;
import dev.baton.platform.pages.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Pages for what cannot be shown or done: what happened, what became of the input, what to do now. */
@Component
class StaffRefusals {

    private static final Logger log = LoggerFactory.getLogger(StaffRefusals.class);

    private final Assets assets;
    private final Pages pages;

    StaffRefusals(Assets assets, Pages pages) {
        this.assets = assets;
        this.pages = pages;
    }

    /** Nothing of that address, or of somebody else: the same page for both. */
    String nothingHere() {
        return page(
                "There is nothing here",
                "The address is wrong, or what it names does not belong to this merchant. Nothing was changed.",
                "Go to today",
                "/console",
                null);
    }

    String foreignForm() {
        return page(
                "This form was not sent",
                "It did not come from one of our own pages, or that page is too old by now. Nothing was changed.",
                "Open the page again",
                "/console",
                null);
    }

    String signedOut() {
        return page(
                "You are signed out",
                "What you sent was not done. Sign in, and send it again.",
                "Sign in",
                "/console/sign-in",
                null);
    }

    /** @param role what the person is; empty = it does not matter */
    String notYours(String role) {
        return page(
                "This is not yours to do",
                (role.isEmpty() ? "Nobody does this here" : "Your role is " + role + ", and this needs another one")
                        + ". Nothing was changed. An owner of the merchant can change roles under People.",
                "Go to today",
                "/console",
                null);
    }

    /** What was refused for a reason. */
    String refused(String title, String detail) {
        return page(title, detail, "Go to today", "/console", null);
    }

    /** What broke inside; logged under the correlation id that the page shows. */
    String broken(String correlation, Exception failed) {
        log.error("page {} broke", correlation, failed);
        return page(
                "Something broke on our side",
                "What you sent may not have been done: look before you send it again. Should it happen again, tell "
                        + "whoever runs Baton the id below.",
                "Try again",
                "/console",
                correlation);
    }

    /** Writes a page where no method answers. */
    void write(HttpServletResponse response, int status, String html) throws IOException {
        response.setStatus(status);
        response.setContentType(Answer.HTML.toString());
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }

    private String page(String title, String text, String button, String path, @Nullable String correlation) {
        return pages.render(
                "console/problem.jte",
                new DoorViews.Refusal(assets.shell("en", title), title, text, button, path, correlation));
    }
}
