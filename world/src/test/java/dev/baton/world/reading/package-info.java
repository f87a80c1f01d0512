@NullMarked
package dev.baton.world.reading;

import org.jspecify.annotations.NullMarked;
