package dev.baton.console;

import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.SettingViews.Mail;
import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.notifications.CustomerWords;
import dev.baton.notifications.PreviewMails;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.SmtpResult;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What customers are written, by brand and language, with an order nobody made; and a test to oneself. */
@RestController
class MessagesScreen {

    static final String PATH = SettingsScreen.PATH + "/messages";
    private static final String PREVIEW = PATH + "/preview";

    /** A mail brings its own style; nothing else of it may do anything. */
    private static final String MAIL_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none';"
                    + " frame-ancestors 'none'; sandbox allow-popups";

    private final PreviewMails previews;
    private final BrandLookup brands;
    private final Tenancy tenancy;
    private final StaffDesk desk;

    MessagesScreen(PreviewMails previews, BrandLookup brands, Tenancy tenancy, StaffDesk desk) {
        this.previews = previews;
        this.brands = brands;
        this.tenancy = tenancy;
        this.desk = desk;
    }

    static String previewPath(String brand, String language, String template) {
        return new Where(PREVIEW, Map.of())
                .with("brand", brand.isEmpty() ? Brand.DEFAULT : brand)
                .with("language", language)
                .with("mail", template)
                .toString();
    }

    @Does(Act.SEE_MESSAGES)
    @GetMapping(PATH)
    ResponseEntity<String> list(Staff staff, Typed typed) {
        String notice = switch (typed.text("sent")) {
            case "yes" -> "The test is on its way to " + staff.who().email() + ".";
            case "unknown" -> "The relay hung up before it said whether it took the test. Look into your mailbox.";
            default -> "";
        };
        return desk.page(
                staff,
                StaffDesk.Place.SETTINGS,
                "Messages",
                notice,
                "console/messages.jte",
                frame -> list(staff, typed, frame));
    }

    private SettingViews.Messages list(Staff staff, Typed typed, Frame frame) {
        Brand brand = brand(staff.merchant(), typed);
        String language = language(typed, brand);
        return new SettingViews.Messages(
                frame,
                brand.code(),
                language,
                brands.all(staff.merchant()).stream()
                        .map(each -> new Option(each.code(), each.name()))
                        .toList(),
                CustomerWords.languages().stream()
                        .map(tag -> new Option(tag, CustomerWords.of(tag).nameOf(tag)))
                        .toList(),
                PreviewMails.TEMPLATES.stream()
                        .map(template -> new Mail(
                                template,
                                previews.subject(brand, language, template),
                                previews.plain(brand, language, template),
                                previewPath(brand.code(), language, template)))
                        .toList(),
                staff.who().email());
    }

    @Does(Act.SEE_MESSAGES)
    @GetMapping(PREVIEW)
    ResponseEntity<String> preview(Staff staff, Typed typed, HttpServletResponse response) {
        Brand brand = tenancy.inTransaction(staff.merchant(), () -> brand(staff.merchant(), typed));
        String html = previews.html(staff.merchant(), brand, language(typed, brand), typed.text("mail"));
        response.setHeader("Content-Security-Policy", MAIL_POLICY);
        return Answer.page(200, html);
    }

    /** To whoever asks for it, and to nobody else. */
    @Does(Act.SEE_MESSAGES)
    @PostMapping(PATH + "/test")
    ResponseEntity<String> test(Staff staff, Typed typed) {
        Brand brand = tenancy.inTransaction(staff.merchant(), () -> brand(staff.merchant(), typed));
        String language = language(typed, brand);
        MailAddress to = MailAddress.read(staff.who().email())
                .orElseThrow(() -> new Problem(CommonProblem.CONFLICT, "No mail can go to your address."));
        SmtpResult result = previews.send(staff.merchant(), brand, language, typed.text("mail"), to);
        String sent = switch (result) {
            case SmtpResult.Delivered ignored -> "yes";
            case SmtpResult.Unknown ignored -> "unknown";
            case SmtpResult.NotSent failed ->
                throw new Problem(CommonProblem.CONFLICT, "It did not leave: " + failed.why() + ".");
            case SmtpResult.RefusedForGood refused ->
                throw new Problem(CommonProblem.CONFLICT, "The mail server refused it: " + refused.why() + ".");
        };
        return Answer.seeOther(new Where(PATH, Map.of())
                .with("brand", brand.code())
                .with("language", language)
                .with("sent", sent)
                .toString());
    }

    private Brand brand(MerchantId merchant, Typed typed) {
        String code = typed.text("brand");
        return brands.byCode(merchant, code.isEmpty() ? Brand.DEFAULT : code)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such brand."));
    }

    private static String language(Typed typed, Brand brand) {
        String wanted = typed.text("language");
        return CustomerWords.languages().contains(wanted)
                ? wanted
                : CustomerWords.of(brand.language()).language();
    }
}
