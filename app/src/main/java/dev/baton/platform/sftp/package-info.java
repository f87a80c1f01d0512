/** Guarded visits to file servers. Start reading at {@link dev.baton.platform.sftp.SftpDoor}. */
@NamedInterface("sftp")
@NullMarked
package dev.baton.platform.sftp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
