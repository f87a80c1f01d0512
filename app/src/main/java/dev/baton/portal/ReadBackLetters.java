package dev.baton.portal;

import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.platform.links.PublicUrl;
import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailComparison;
import dev.baton.platform.mail.MailComparison.Said;
import dev.baton.platform.mail.MailReading;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.MailChannel;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reads a mail that lets a supplier in back and compares it with what it is for: who gets it, the one code or the one
 * link it carries and what that opens, each purchase order it lists beside its own link; and its page says the same. A mail
 * that says anything else does not leave.
 */
@Component
class ReadBackLetters {

    private static final String ORDER_PATH = "/t/";

    /** As many purchase orders as a letter lists of one sort. */
    private static final int LISTED = 20;

    private static final int MOST = 200;

    private final SupplierLookup suppliers;
    private final PurchaseOrderLookup purchaseOrders;
    private final MerchantLookup merchants;
    private final MerchantKeys keys;
    private final Links links;
    private final PublicUrl publicUrl;

    ReadBackLetters(
            SupplierLookup suppliers,
            PurchaseOrderLookup purchaseOrders,
            MerchantLookup merchants,
            MerchantKeys keys,
            Links links,
            PublicUrl publicUrl) {
        this.suppliers = suppliers;
        this.purchaseOrders = purchaseOrders;
        this.merchants = merchants;
        this.keys = keys;
        this.links = links;
        this.publicUrl = publicUrl;
    }

    /**
     * The first difference in words, without what stands there; empty when the mail says what was meant. Needs an open
     * transaction of the merchant.
     */
    Optional<String> difference(MerchantId merchant, Letters.Row row, Letter meant, byte[] bytes) {
        try {
            MailReading read = new MailReading(bytes);
            Comparing comparing = new Comparing(merchant, row, read, new MailComparison(read));
            comparing.heads(meant);
            switch (row.kind()) {
                case FRESH_LINK -> comparing.freshLink();
                case CODE -> comparing.code();
                case STOCK_FILE ->
                    comparing.oneLink(
                            StockPage.PATH,
                            LinkPurpose.STOCK_FILE,
                            Objects.requireNonNull(row.file()).value());
                case STOCK_CHECK ->
                    comparing.oneLink(
                            CheckInDoor.PATH,
                            LinkPurpose.STOCK_CHECK,
                            row.supplier().value());
                case DIGEST -> comparing.digest();
            }
            comparing.found.whole(
                    "its text",
                    meant.text().lines().map(line -> new Said("a line", line)).toList(),
                    read.lines());
            comparing.page(meant);
            return comparing.found.difference();
        } catch (MessagingException | IOException unreadable) {
            return Optional.of("the mail cannot be read back: " + unreadable.getMessage());
        }
    }

    /** One mail and what it is for. */
    private final class Comparing {

        private final MerchantId merchant;
        private final Letters.Row row;
        private final MailReading read;
        private final MailComparison found;
        private final List<String> lines;

        private Comparing(MerchantId merchant, Letters.Row row, MailReading read, MailComparison found) {
            this.merchant = merchant;
            this.row = row;
            this.read = read;
            this.found = found;
            this.lines = read.lines();
        }

        private void heads(Letter meant) throws MessagingException {
            SupplierTerms supplier =
                    suppliers.terms(merchant, List.of(row.supplier())).get(row.supplier());
            MailChannel mail = supplier == null ? null : supplier.mail();
            List<String> contact = Optional.ofNullable(mail)
                    .flatMap(channel -> MailAddress.read(channel.address()))
                    .map(MailAddress::toString)
                    .stream()
                    .toList();
            found.heads(contact, meant.from().toString(), meant.subject());
        }

        /** The page says what the text says, and leads where it leads. */
        private void page(Letter meant) {
            Words words = suppliers.terms(merchant, List.of(row.supplier())).values().stream()
                    .map(supplier -> Words.of(List.of(supplier.language())))
                    .findFirst()
                    .orElseThrow();
            LetterPage page = LetterPage.of(words, meant.fromName(), "", "", meant.subject(), meant.text());
            found.whole(
                    "its page",
                    page.shown().stream().map(line -> new Said("a line", line)).toList(),
                    read.texts());
            found.same("the links of its page", page.addresses(), read.values("href"));
        }

        private void freshLink() throws MessagingException {
            UUID order = Objects.requireNonNull(row.purchaseOrder()).value();
            String number = purchaseOrders
                    .find(merchant, Objects.requireNonNull(row.purchaseOrder()))
                    .map(PurchaseOrderView::number)
                    .orElse("");
            boolean named = read.message().getSubject().contains(number)
                    && lines.stream().anyMatch(line -> line.contains(number));
            found.same("the purchase order's number", 1, named ? 1 : 0);
            oneLink(ORDER_PATH, LinkPurpose.PURCHASE_ORDER, order);
        }

        private void oneLink(String path, LinkPurpose purpose, UUID subject) {
            List<String> urls = urls();
            found.same("number of links", 1, urls.size());
            if (urls.stream().anyMatch(url -> !opens(url, path, purpose, subject))) {
                found.differs("what its link opens");
            }
        }

        private void code() {
            byte[] sealed = Objects.requireNonNull(row.sealedCode());
            String code =
                    new String(keys.of(merchant).open(sealed, MerchantKeys.bytes(row.id())), StandardCharsets.US_ASCII);
            found.same(
                    "the code",
                    List.of(code),
                    lines.stream().filter(line -> line.matches("\\d+")).toList());
            found.same("number of links", 0, urls().size());
        }

        /** Each purchase order once, its link on the line below; behind them the page of all. */
        private void digest() throws MessagingException {
            List<PurchaseOrderView> open = purchaseOrders.pageOfSupplier(merchant, row.supplier(), true, null, MOST);
            Set<String> listed = new HashSet<>();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i + 1 < lines.size(); i++) {
                String line = lines.get(i);
                Optional<PurchaseOrderView> order = open.stream()
                        .filter(each -> line.startsWith(each.number() + " – "))
                        .findFirst();
                if (order.isPresent()) {
                    String url = lines.get(i + 1);
                    boolean right = listed.add(order.get().number())
                            && opens(
                                    url,
                                    ORDER_PATH,
                                    LinkPurpose.PURCHASE_ORDER,
                                    order.get().id().value());
                    expected.add(url);
                    if (!right) {
                        found.differs("purchase order " + order.get().number() + " or its link");
                    }
                }
            }
            found.same("number of purchase orders", Math.min(open.size(), LISTED), Math.min(listed.size(), LISTED));
            publicUrl.of("/suppliers/" + merchant.hex()).map(URI::toString).ifPresent(expected::add);
            found.same("links", expected, urls());
            String name = merchants.settings(merchant).name();
            boolean counted = read.message().getSubject().replace(name, "").contains(Integer.toString(open.size()));
            found.same("the number of open purchase orders in the subject", 1, counted ? 1 : 0);
        }

        private List<String> urls() {
            String name = MailReading.flat(merchants.settings(merchant).name());
            return lines.stream()
                    .flatMap(line -> Stream.of(line.replace(name, "").split(" ")))
                    .filter(word -> word.startsWith("http://") || word.startsWith("https://"))
                    .toList();
        }

        private boolean opens(String url, String path, LinkPurpose purpose, UUID subject) {
            String page = publicUrl.of(path).map(URI::toString).orElse("");
            if (page.isEmpty() || !url.startsWith(page)) {
                return false;
            }
            String handle = url.substring(page.length());
            return links.isOf(merchant, handle)
                    && links.open(purpose, handle)
                            .filter(opened -> opened.subject().equals(subject) && !opened.expired())
                            .isPresent();
        }
    }
}
