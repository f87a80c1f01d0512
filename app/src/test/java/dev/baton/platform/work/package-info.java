@NullMarked
package dev.baton.platform.work;

import org.jspecify.annotations.NullMarked;
