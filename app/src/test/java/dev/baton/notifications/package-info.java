@NullMarked
package dev.baton.notifications;

import org.jspecify.annotations.NullMarked;
