package dev.baton.catalog;

import dev.baton.platform.Audit;
import org.springframework.stereotype.Component;

/** What is written down, and told on, of an act on offers. */
@Component
record Recording(Audit audit, TellCosts tell) {}
