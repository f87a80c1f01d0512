@NullMarked
package dev.baton.tracking;

import org.jspecify.annotations.NullMarked;
