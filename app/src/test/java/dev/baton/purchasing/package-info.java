@NullMarked
package dev.baton.purchasing;

import org.jspecify.annotations.NullMarked;
