package dev.baton.platform.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PdfPrinterTest {

    private static final PdfPrinter PRINTER = new PdfPrinter();

    private static PrintJob job(String body) {
        return new PrintJob(
                "<html><head><title>T</title><style>"
                        + PaperStyle.of(PageSize.A4, "", DocumentWords.of("packing_slip", "en"))
                        + "</style></head><body>" + body + "</body></html>",
                "T",
                "en",
                Instant.EPOCH);
    }

    @Test
    void loadsNothingFromAnywhere() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        String there = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            byte[] printed = PRINTER.print(job("<link rel=\"stylesheet\" href=\"" + there
                    + "/a.css\"/><p>x</p><img alt=\"\" src=\""
                    + there + "/b.png\"/><img alt=\"\" src=\"file:///etc/hostname\"/><object data=\"" + there
                    + "/c.svg\"></object><style>@import url('" + there + "/d.css'); p { background: url('" + there
                    + "/e.png'); } @font-face { font-family: x; src: url('" + there + "/f.ttf'); }</style>"));

            assertThat(PdfReading.of(printed).blocks()).contains("x");
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void readsNoEntityOfADoctype() {
        PrintJob plain = job("<p>a&x;b</p>");
        PrintJob evil = new PrintJob(
                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + plain.xhtml(),
                "T",
                "en",
                Instant.EPOCH);

        assertThat(PdfReading.of(PRINTER.print(evil)).blocks()).containsExactly("ab");
    }

    @Test
    void refusesWhatIsNotWellFormed() {
        assertThatThrownBy(() -> PRINTER.print(job("<p>open")))
                .isInstanceOf(Unprintable.class)
                .hasMessage("the page cannot be printed");
    }

    @Test
    void noticesATextThatIsCutOff() {
        byte[] printed = PRINTER.print(job("<p style=\"white-space: nowrap\">" + "wide ".repeat(60) + "</p>"));

        assertThat(new ReadBack(PdfReading.of(printed)).difference())
                .hasValue("a text runs out of the page and is cut off");
    }
}
