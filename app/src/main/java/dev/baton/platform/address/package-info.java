/**
 * Postal addresses: the value, and whether mail to its country can carry it. Facts on every country (what it asks for,
 * its postcodes, its regions) are resource files beside this package.
 *
 * <p>Calls in: {@link dev.baton.platform.address.AddressCheck}, {@link dev.baton.platform.address.AddressNormaliser},
 * {@link dev.baton.platform.address.CountryCode}, {@link dev.baton.platform.address.PhoneNumbers}. News out: none.
 * Tables: none. Everything is immutable and needs no transaction; the facts are read on first use. Start reading at
 * {@link dev.baton.platform.address.AddressCheck}.
 */
@NamedInterface("address")
@NullMarked
package dev.baton.platform.address;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
