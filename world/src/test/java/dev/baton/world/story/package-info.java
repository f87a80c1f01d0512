@NullMarked
package dev.baton.world.story;

import org.jspecify.annotations.NullMarked;
