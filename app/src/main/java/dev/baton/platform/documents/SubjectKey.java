package dev.baton.platform.documents;

import dev.baton.platform.MerchantKeys;
import dev.baton.platform.Sealing;

/** A person's key, unwrapped for the time of one act. */
public final class SubjectKey {

    private final SubjectId subject;
    private final Sealing sealing;

    SubjectKey(SubjectId subject, Sealing sealing) {
        this.subject = subject;
        this.sealing = sealing;
    }

    /** Whose key this is. */
    public SubjectId subject() {
        return subject;
    }

    /** Seals a person's data for a module's own {@code bytea} column. */
    public byte[] seal(byte[] clear) {
        return sealing.seal(clear, MerchantKeys.bytes(subject.value()));
    }

    /** Opens what {@link #seal} made. */
    public byte[] open(byte[] sealed) {
        return sealing.open(sealed, MerchantKeys.bytes(subject.value()));
    }

    Sealing sealing() {
        return sealing;
    }
}
