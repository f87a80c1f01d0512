@NullMarked
package dev.baton.world.graphql;

import org.jspecify.annotations.NullMarked;
