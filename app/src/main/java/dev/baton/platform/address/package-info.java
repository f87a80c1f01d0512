/**
 * Postal addresses of every country: their form, what a country's mail requires, and what is wrong with one.
 * Pure facts and checks; tables: none.
 */
@NamedInterface("address")
@NullMarked
package dev.baton.platform.address;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
