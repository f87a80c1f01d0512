package dev.baton.inventory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears the news of all tests. */
@Component
class RaisedLog {

    private final List<StockRaised> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void on(StockRaised raised) {
        heard.add(raised);
    }

    List<StockRaised> heard() {
        return List.copyOf(heard);
    }
}
