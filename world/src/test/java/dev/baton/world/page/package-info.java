@NullMarked
package dev.baton.world.page;

import org.jspecify.annotations.NullMarked;
