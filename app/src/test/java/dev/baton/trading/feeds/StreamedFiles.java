package dev.baton.trading.feeds;

import dev.baton.catalog.OfferId;
import dev.baton.platform.tables.SheetWriter;
import dev.baton.suppliers.SampleSupplier;
import dev.baton.testing.TestBaton;
import dev.baton.trading.sources.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A process of its own with a small heap that takes large stock files: a CSV of so many bytes, made while it is sent, and
 * a workbook that unpacks to more than the heap. Says on its last line what became of them.
 */
final class StreamedFiles {

    static final int OFFERS = 2_000;
    static final int SHEET_ROWS = 160_000;

    private static final int ROW_BYTES = 1_000;
    private static final int PIPE_BYTES = 1 << 16;

    private StreamedFiles() {}

    public static void main(String[] words) throws Exception {
        long bytes = Long.parseLong(words[0]);
        FeedShop shop = new FeedShop(TestBaton.with(Map.of()), SampleSupplier.coded("acme"));
        List<OfferId> offers = shop.offers(OFFERS);
        shop.define();
        FeedFileId csv = send(shop, "text/csv", new Rows(bytes));
        shop.work();
        int seen = shop.stock(offers.getLast()).observed();
        shop.later(Duration.ofMinutes(5));
        FeedFileId book = sendBook(shop);
        shop.work();
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
                .mapToLong(StreamedFiles::peak)
                .sum();
        System.out.println("csv " + shop.state(csv) + " "
                + shop.file(csv).file().bytes() + " rows "
                + shop.file(csv).run().reachedRow() + " stock " + seen + ", book " + shop.state(book) + " rows "
                + shop.file(book).run().reachedRow() + " stock "
                + shop.stock(offers.getLast()).observed() + ", old generation at most " + (peak >> 20) + " MiB");
        System.exit(0);
    }

    private static long peak(MemoryPoolMXBean pool) {
        return pool.getPeakUsage().getUsed();
    }

    private static FeedFileId send(FeedShop shop, String mediaType, InputStream bytes) throws IOException {
        return shop.baton
                .bean(ReceiveFeedFile.class)
                .receive(
                        shop.merchant,
                        new ReceiveFeedFile.Incoming(
                                FeedShop.FEED, "stock", mediaType, null, false, null, FileSource.Kind.UPLOAD),
                        bytes);
    }

    private static FeedFileId sendBook(FeedShop shop) throws Exception {
        try (ExecutorService writer = Executors.newSingleThreadExecutor();
                PipedInputStream in = new PipedInputStream(PIPE_BYTES)) {
            PipedOutputStream out = new PipedOutputStream(in);
            Future<?> written = writer.submit(() -> {
                try (SheetWriter sheet = new SheetWriter(out)) {
                    sheet.write(List.of("sku", "qty", "words"));
                    String words = "w".repeat(ROW_BYTES);
                    for (int row = 0; row < SHEET_ROWS; row++) {
                        sheet.write(List.of(code(row), 8, words));
                    }
                }
                return true;
            });
            FeedFileId file = send(shop, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", in);
            written.get();
            return file;
        }
    }

    /** Items that are offered, then ones that are not. */
    private static String code(long row) {
        return "S-I" + row;
    }

    /** A CSV file of some rows of a thousand bytes. */
    private static final class Rows extends InputStream {

        private final long rows;
        private final byte[] words = "w".repeat(ROW_BYTES).getBytes(StandardCharsets.US_ASCII);
        private byte[] line = "sku,qty,words\n".getBytes(StandardCharsets.US_ASCII);
        private long row;
        private int at;

        Rows(long bytes) {
            this.rows = bytes / ROW_BYTES;
        }

        @Override
        public int read() {
            return hasMore() ? line[at++] : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int done = 0;
            while (done < length && hasMore()) {
                int some = Math.min(length - done, line.length - at);
                System.arraycopy(line, at, into, offset + done, some);
                at += some;
                done += some;
            }
            return done == 0 && length > 0 ? -1 : done;
        }

        private boolean hasMore() {
            if (at == line.length && row < rows) {
                byte[] start = (code(row++) + ",7,").getBytes(StandardCharsets.US_ASCII);
                line = new byte[ROW_BYTES];
                System.arraycopy(start, 0, line, 0, start.length);
                System.arraycopy(words, 0, line, start.length, ROW_BYTES - start.length - 1);
                line[ROW_BYTES - 1] = '\n';
                at = 0;
            }
            return at < line.length;
        }
    }
}
