/** Raw and rendered documents and the keys of the people they speak of. Start reading at {@link dev.baton.platform.documents.Documents}. */
@NamedInterface("documents")
@NullMarked
package dev.baton.platform.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
