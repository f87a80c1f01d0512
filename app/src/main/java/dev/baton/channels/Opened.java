package dev.baton.channels;

import dev.baton.platform.work.LeasedWork;

/** A kept message in hand, with the work of reading it. */
record Opened(LeasedWork work, Intake intake) {}
