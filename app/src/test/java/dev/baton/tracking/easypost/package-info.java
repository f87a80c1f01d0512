@NullMarked
package dev.baton.tracking.easypost;

import org.jspecify.annotations.NullMarked;
