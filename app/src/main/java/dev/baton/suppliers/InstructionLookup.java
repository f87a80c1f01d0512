package dev.baton.suppliers;

import dev.baton.platform.MerchantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Standing instructions as others read them; every method needs an open transaction of the merchant. */
@Component
public final class InstructionLookup {

    private final InstructionVersions versions;

    InstructionLookup(InstructionVersions versions) {
        this.versions = versions;
    }

    /** What holds now; what nothing was ever said about is absent. */
    public Map<InstructionKey, InstructionVersion> current(MerchantId merchant, Collection<InstructionKey> keys) {
        return keys.isEmpty()
                ? Map.of()
                : versions.newest(merchant, keys).stream()
                        .collect(Collectors.toMap(InstructionVersion::key, Function.identity()));
    }

    /** The latest fifty versions, newest first. */
    public List<InstructionVersion> history(MerchantId merchant, InstructionKey key) {
        return versions.history(merchant, key);
    }
}
