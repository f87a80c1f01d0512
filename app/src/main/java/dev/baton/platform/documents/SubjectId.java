package dev.baton.platform.documents;

import java.util.UUID;

/** One person whose data the merchant keeps under a key of the person's own. */
public record SubjectId(UUID value) {}
