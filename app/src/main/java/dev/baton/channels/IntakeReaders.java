package dev.baton.channels;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who understands which documents. */
@Component
class IntakeReaders {

    private final Map<Transport, IntakeReader> byTransport = new EnumMap<>(Transport.class);

    IntakeReaders(List<IntakeReader> readers) {
        readers.forEach(reader -> reader.transports().forEach(transport -> byTransport.put(transport, reader)));
    }

    IntakeReader of(Transport transport) {
        IntakeReader reader = byTransport.get(transport);
        if (reader == null) {
            throw new IllegalStateException("nobody reads documents of " + transport);
        }
        return reader;
    }

    /** As the reader of its transport reads it. */
    Reading read(Intake intake) {
        return of(intake.transport()).read(intake);
    }
}
