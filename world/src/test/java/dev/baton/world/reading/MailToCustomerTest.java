package dev.baton.world.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.story.BrandSheet;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.Plot;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A customer notices what is wrong with a mail. */
class MailToCustomerTest {

    private final OrderScript script = Playbook.of(60, 7).scripts().values().stream()
            .filter(one -> one.plot() == Plot.PLAIN
                    && one.store().equals(Playbook.MAIN)
                    && one.buyer().locale().equals("en"))
            .findFirst()
            .orElseThrow();
    private final OrderScript.Line line = script.lines().getFirst();
    private final WrittenMail mail = new WrittenMail();

    MailToCustomerTest() {
        mail.subject = "Your order " + script.name();
        mail.text = mail.subject;
        mail.headers.put("X-Baton-Message", "order.shipped");
        mail.headers.put("X-Baton-Order", script.name());
        mail.headers.put("Auto-Submitted", "auto-generated");
        mail.html = "<html lang=\"en\"><body style=\"color:#1f6f5c\">" + script.name() + "<table><tr data-item=\""
                + line.id()
                + "\"><td data-title>" + line.title() + "</td><td data-quantity>2 ×</td></tr></table>"
                + "<a data-action=\"track\" href=\"https://baton.example/o/m.t\">Track</a></body></html>";
    }

    private MailToCustomer read() throws Exception {
        return MailToCustomer.read(mail.letter(), script, line -> Set.of(line.title()));
    }

    private void names(String what) throws Exception {
        assertThat(read().flaws()).extracting(Flaw::what).contains(what);
    }

    @Test
    void readsWhatItIsAboutAndFindsNoFault() throws Exception {
        MailToCustomer read = read();

        assertThat(read.flaws()).isEmpty();
        assertThat(read.kind()).isEqualTo("order.shipped");
        assertThat(read.units()).isEqualTo(Map.of(line.id(), 2));
        assertThat(read.track()).hasPath("/o/m.t");
    }

    @Test
    void noticesAnotherSender() throws Exception {
        mail.from = BrandSheet.of(Playbook.DIRECT).senderAddress();

        names("wrong brand");
    }

    @Test
    void noticesAnAnswerThatWouldGoToAnotherBrand() throws Exception {
        mail.replyTo = BrandSheet.of(Playbook.DIRECT).replyTo();

        names("wrong brand");
    }

    @Test
    void noticesTheColourOfAnotherBrand() throws Exception {
        mail.html = mail.html.replace("#1f6f5c", BrandSheet.of(Playbook.DIRECT).accentColour());

        names("wrong brand");
    }

    @Test
    void noticesThePictureOfAnotherBrand() throws Exception {
        assertThat(Pictures.alike(
                        Pictures.mean(BrandSheet.of(Playbook.DIRECT).logo()),
                        BrandSheet.of(Playbook.DIRECT).accentColour(),
                        30))
                .isTrue();
        assertThat(Pictures.alike(
                        Pictures.mean(BrandSheet.of(Playbook.MAIN).logo()),
                        BrandSheet.of(Playbook.DIRECT).accentColour(),
                        30))
                .isFalse();
    }

    @Test
    void noticesAnotherLanguage() throws Exception {
        mail.html = mail.html.replace("lang=\"en\"", "lang=\"de\"");

        names("wrong language");
    }

    @Test
    void noticesGoodsNobodyOrdered() throws Exception {
        mail.html = mail.html.replace("data-item=\"" + line.id(), "data-item=\"17");

        names("wrong content");
    }

    @Test
    void noticesAnotherNameOfTheGoods() throws Exception {
        mail.html = mail.html.replace(line.title(), "Something");

        names("wrong content");
    }

    @Test
    void readsWhereAQuestionIsAnswered() throws Exception {
        mail.headers.put("X-Baton-Message", "order.asked");
        String button = "<a data-action=\"answer\" href=\"https://baton.example/o/m.t?say=%s\">Say so</a>";
        mail.html = mail.html.replace("</body>", button.formatted("both") + button.formatted("cancel") + "</body>");

        MailToCustomer read = read();

        assertThat(read.flaws()).isEmpty();
        assertThat(read.answers()).containsOnlyKeys("both", "cancel");
        assertThat(read.answers().get("cancel")).hasParameter("say", "cancel");
    }

    @Test
    void noticesAQuestionThatCannotBeAnswered() throws Exception {
        mail.headers.put("X-Baton-Message", "order.asked");

        names("wrong content");
    }
}
