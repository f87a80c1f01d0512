package dev.baton.platform.sftp;

import java.time.Instant;

/** A file of a folder. */
public record SftpEntry(String name, long bytes, Instant changedAt) {}
