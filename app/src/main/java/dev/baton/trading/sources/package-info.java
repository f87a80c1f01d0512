/**
 * Where files of suppliers are fetched from, on a schedule: by HTTPS when the server says that it has another one, by SFTP
 * once two looks saw the same. What is in a file is the matter of whoever has it fetched.
 *
 * <p>Calls in: trading.feeds, trading.prices. Listens to: nothing. News out: none. Tables: file_source. Start reading at
 * {@link dev.baton.trading.sources.FetchFiles}.
 */
@NamedInterface("sources")
@NullMarked
package dev.baton.trading.sources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
