package dev.baton.world.page;

import dev.baton.world.demo.Stage;
import dev.baton.world.http.Body;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import dev.baton.world.mail.Letter;
import dev.baton.world.story.SupplierSheet;
import dev.baton.world.supplier.Suppliers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody plays the world: {@code /try}, and what its buttons do. A demo's own page, on this machine alone. */
final class TryPage {

    static final String PREFIX = "/try";

    private static final Pattern LINK = Pattern.compile("https?://[A-Za-z0-9.:-]+/t/[A-Za-z0-9_.-]+");

    private final Stage stage;

    TryPage(Stage stage) {
        this.stage = stage;
    }

    Reply handle(Request request, List<String> navigation) {
        String act = request.path().substring(PREFIX.length());
        if (act.equals("/accept")) {
            return accept().map(TryPage::to).orElseGet(() -> Reply.text(404, "No supplier has a mail to answer yet."));
        }
        if (request.method().equals("POST")) {
            return did(act, navigation);
        }
        return Reply.html(page("", navigation));
    }

    private Reply did(String act, List<String> navigation) {
        @Nullable Suppliers suppliers = stage.suppliers();
        String supplier = act.substring(act.lastIndexOf('/') + 1);
        @Nullable SupplierSheet sheet = stage.playbook().market().suppliers().get(supplier);
        if (act.equals("/lose")) {
            @Nullable String lost = stage.carrier().lose();
            return Reply.html(page(
                    lost == null ? "No parcel is under way just now." : "Parcel " + lost + " cannot be found.",
                    navigation));
        }
        if (suppliers == null || sheet == null || !(act.startsWith("/silence/") || act.startsWith("/zero/"))) {
            return Reply.text(404, "The world has no such button.");
        }
        if (act.startsWith("/silence/")) {
            boolean silent = suppliers.silence(supplier);
            return Reply.html(page(sheet.name() + (silent ? " says nothing any more." : " speaks again."), navigation));
        }
        suppliers.zero(supplier);
        return Reply.html(page(sheet.name() + " says that nothing is left of anything.", navigation));
    }

    private String page(String done, List<String> navigation) {
        Html html = new Html();
        if (!done.isEmpty()) {
            html.paragraph(done + " Look at Today in the console.");
        }
        html.heading("accept", "Accept as the supplier")
                .list(List.of(Html.link(PREFIX + "/accept", "Open the newest purchase order as its supplier does")));
        html.heading("silence", "Silence a supplier")
                .paragraph("It takes what it is sent and answers nothing. Baton reminds it, and then tells a person.");
        @Nullable Suppliers suppliers = stage.suppliers();
        stage.playbook().market().suppliers().values().forEach(sheet -> {
            boolean silent = suppliers != null && suppliers.silent().contains(sheet.code());
            html.button(
                    PREFIX + "/silence/" + sheet.code(),
                    silent ? "Let it speak" : "Silence",
                    sheet.name() + (sheet.isMailed() ? ", reads mail" : ", has a system of its own"));
        });
        html.heading("zero", "Zero a feed")
                .paragraph("Its next stock message says 0 of everything. The one after it is right again.");
        stage.playbook()
                .market()
                .suppliers()
                .values()
                .forEach(sheet -> html.button(PREFIX + "/zero/" + sheet.code(), "Zero", sheet.name()));
        html.heading("lose", "Lose a parcel")
                .button(PREFIX + "/lose", "Lose", "the parcel that moved last: the carrier cannot find it");
        return html.still("Try this", navigation);
    }

    /** The link in the newest mail with a purchase order. */
    private Optional<String> accept() {
        return stage.quarter().boxes().values().stream()
                .flatMap(List::stream)
                .filter(letter -> !letter.header("X-Baton-Document").isEmpty())
                .sorted(Comparator.comparing(Letter::at).reversed())
                .map(letter -> LINK.matcher(letter.text()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    private static Reply to(String address) {
        return new Reply.Answer(303, "text/plain; charset=utf-8", Body.of(""), Map.of("location", address));
    }
}
