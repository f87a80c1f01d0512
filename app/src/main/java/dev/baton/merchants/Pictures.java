package dev.baton.merchants;

import dev.baton.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what a picture says of itself, and decodes it once, so that no later reader is the first to find it broken. */
final class Pictures {

    /** So that no later reader has to hold more than 4 MB of pixels for it. */
    private static final int MOST_PIXELS = 1_000_000;

    private static final Map<String, String> MEDIA_TYPES = Map.of("png", "image/png", "JPEG", "image/jpeg");

    private Pictures() {}

    /** @throws Problem {@link MerchantProblem#LOGO_INVALID} */
    static Logo read(byte[] bytes) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw refused("it is neither a PNG nor a JPEG");
            }
            return read(bytes, stream, readers.next());
        } catch (IOException | IllegalArgumentException broken) {
            throw refused("it cannot be decoded");
        }
    }

    private static Logo read(byte[] bytes, ImageInputStream stream, ImageReader reader) throws IOException {
        try {
            @Nullable String mediaType = MEDIA_TYPES.get(reader.getFormatName());
            if (mediaType == null) {
                throw refused("it is neither a PNG nor a JPEG");
            }
            reader.setInput(stream, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw refused("it has more than " + MOST_PIXELS + " pixels");
            }
            reader.read(0);
            return new Logo(bytes, mediaType, width, height);
        } finally {
            reader.dispose();
        }
    }

    private static Problem refused(String why) {
        return new Problem(MerchantProblem.LOGO_INVALID, "The logo cannot be used, " + why + ": send another picture.");
    }
}
