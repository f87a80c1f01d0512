@NullMarked
package dev.baton.world.mail;

import org.jspecify.annotations.NullMarked;
