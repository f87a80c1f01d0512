package dev.baton.platform.pdf;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.springframework.stereotype.Component;

/**
 * Prints pages as tagged PDF. The same job gives the same bytes: no clock, no chance and no name of a machine is in them.
 * Nothing is loaded from anywhere. A few documents are printed at a time, each within a stated time. Costs tenths of a
 * second of processor time: do not call it with a transaction open.
 */
@Component
public class PdfPrinter {

    private static final int MOST_CHARACTERS = 4_000_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final String OURS = "data:image/png;base64,";
    private static final long SAME_ID = 1L;

    private final Semaphore seats =
            new Semaphore(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4), true);

    static {
        XRLog.setLoggingEnabled(false);
    }

    /**
     * Prints.
     *
     * @throws Unprintable when the page is too long, not well-formed or takes too long
     */
    public byte[] print(PrintJob job) {
        if (job.xhtml().length() > MOST_CHARACTERS) {
            throw new Unprintable("the page is longer than a document may be");
        }
        takeASeat();
        FutureTask<byte[]> task = new FutureTask<>(() -> inASeat(job));
        Thread.ofPlatform().daemon().name("pdf").start(() -> {
            try {
                task.run();
            } finally {
                seats.release();
            }
        });
        try {
            return task.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            // it keeps its seat until it really ends, so that such pages cannot pile up
            task.cancel(true);
            throw new Unprintable("printing took longer than " + LONGEST.toSeconds() + " seconds", tooLong);
        } catch (ExecutionException failed) {
            throw new Unprintable("the page cannot be printed", failed);
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unprintable("printing was interrupted", stopped);
        }
    }

    private void takeASeat() {
        try {
            if (!seats.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unprintable("too many documents wait to be printed");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unprintable("printing was interrupted", stopped);
        }
    }

    private byte[] inASeat(PrintJob job) throws IOException {
        Fonts fonts = new Fonts();
        byte[] printed = print(job, fonts);
        fonts.giveBack();
        return printed;
    }

    private static byte[] print(PrintJob job, Fonts fonts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(65_536);
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.usePDDocument(document);
            builder.usePdfUaAccessibility(true);
            builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
            builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
            builder.useUriResolver((base, address) -> address.startsWith(OURS) ? address : null);
            builder.useExternalResourceAccessControl(
                    (address, type) -> address.startsWith(OURS),
                    com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            builder.withHtmlContent(job.xhtml(), null);
            builder.toStream(OutputStream.nullOutputStream());
            fonts.offerTo(builder, document);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                describe(document, job);
                document.save(bytes);
            }
        }
        return bytes.toByteArray();
    }

    /** Everything a viewer shows about the file; nobody is named. */
    private static void describe(PDDocument document, PrintJob job) {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(job.title());
        GregorianCalendar dated = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        dated.setTimeInMillis(job.dated().toEpochMilli());
        about.setCreationDate(dated);
        document.setDocumentInformation(about);
        document.getDocumentCatalog().setMetadata(null);
        document.getDocumentCatalog().setLanguage(job.language());
        document.setDocumentId(SAME_ID);
    }
}
