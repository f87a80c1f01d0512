package dev.baton.portal;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pages.SentFile;
import dev.baton.portal.DoorPages.TableTold;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.notices.NoticeTemplate;
import dev.baton.trading.notices.ReceiveShipNotices;
import dev.baton.trading.notices.ReceiveShipNotices.Receipt;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where whoever came in sends a table of what left, and gets the one to fill in. */
@RestController
@RequestMapping("/suppliers/{merchant}/shipments")
class TableDoor {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** As many wrong rows are said on the page; all of them stand in the file. */
    private static final int MOST_SAID = 20;

    private final Doorway doorway;
    private final OpenOrders openOrders;
    private final ReceiveShipNotices receive;
    private final NoticeTemplate template;
    private final Tenancy tenancy;

    TableDoor(
            Doorway doorway,
            OpenOrders openOrders,
            ReceiveShipNotices receive,
            NoticeTemplate template,
            Tenancy tenancy) {
        this.doorway = doorway;
        this.openOrders = openOrders;
        this.receive = receive;
        this.template = template;
        this.tenancy = tenancy;
    }

    static String path(MerchantId merchant) {
        return "/suppliers/" + merchant.hex() + "/shipments";
    }

    @PostMapping
    ResponseEntity<String> send(@PathVariable String merchant, HttpServletRequest request) {
        return doorway.form(merchant, request, (id, browser) -> {
            List<SupplierId> suppliers = doorway.suppliers(id, request);
            if (suppliers.isEmpty()) {
                return Answer.seeOther("/suppliers/" + merchant);
            }
            Words words = openOrders.words(id, suppliers, browser);
            TableTold told = told(id, suppliers, words, request);
            return Answer.page(told.trouble() == null ? 200 : 422, openOrders.html(id, suppliers, browser, told));
        });
    }

    private TableTold told(MerchantId merchant, List<SupplierId> suppliers, Words words, HttpServletRequest request) {
        try (InputStream file = SentFile.of(request).bytes()) {
            return told(receive.receive(merchant, suppliers, words.language(), file), words);
        } catch (Problem unreadable) {
            return new TableTold(words.say("table.unreadable", unreadable.detail()), List.of(), List.of(), "");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static TableTold told(Receipt receipt, Words words) {
        List<String> lines = new ArrayList<>();
        lines.add(
                words.say(receipt.recorded() == 1 ? "table.recorded.one" : "table.recorded.many", receipt.recorded()));
        if (receipt.repeated() > 0) {
            lines.add(words.say("table.repeated", receipt.repeated()));
        }
        if (receipt.untouched() > 0) {
            lines.add(words.say("table.untouched", receipt.untouched()));
        }
        if (!receipt.wrong().isEmpty()) {
            lines.add(words.say("table.wrong", receipt.wrong().size()));
        }
        return new TableTold(
                null,
                lines,
                receipt.wrong().stream()
                        .limit(MOST_SAID)
                        .map(wrong -> words.say("table.row", wrong.row()) + ": " + wrong.why())
                        .toList(),
                receipt.errors().isEmpty()
                        ? ""
                        : "data:text/csv;charset=utf-8;base64,"
                                + Base64.getEncoder()
                                        .encodeToString(receipt.errors().getBytes(StandardCharsets.UTF_8)));
    }

    /** What is open, a row each, to be filled in. */
    @GetMapping("/template")
    ResponseEntity<String> template(@PathVariable String merchant, HttpServletRequest request) {
        return doorway.inside(merchant, request, (id, words) -> {
            List<SupplierId> suppliers = doorway.suppliers(id, request);
            if (suppliers.isEmpty()) {
                return Answer.seeOther("/suppliers/" + merchant);
            }
            String table =
                    tenancy.inTransaction(id, () -> new String(template.write(id, suppliers), StandardCharsets.UTF_8));
            return Answer.guarded(200)
                    .contentType(CSV)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"" + NoticeTemplate.FILE_NAME + "\"")
                    .body(table);
        });
    }
}
