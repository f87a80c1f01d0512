@org.jspecify.annotations.NullMarked
package dev.baton.world.time;
