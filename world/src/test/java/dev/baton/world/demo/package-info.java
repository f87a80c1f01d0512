@NullMarked
package dev.baton.world.demo;

import org.jspecify.annotations.NullMarked;
