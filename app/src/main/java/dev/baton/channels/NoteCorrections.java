package dev.baton.channels;

import dev.baton.platform.Crash;
import dev.baton.platform.work.NewWork;
import dev.baton.shipping.ParcelCorrected;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears that a parcel goes under another number and plans to tell its store; the telling is done after commit. */
@Component
class NoteCorrections {

    private final CorrectedNumbers numbers;
    private final StoreFulfilments fulfilments;
    private final Desk desk;

    NoteCorrections(CorrectedNumbers numbers, StoreFulfilments fulfilments, Desk desk) {
        this.numbers = numbers;
        this.fulfilments = fulfilments;
        this.desk = desk;
    }

    @EventListener
    void on(ParcelCorrected news) {
        Parcel now = PlanFulfilments.parcel(news.parcel().packages().getFirst());
        numbers.note(news.merchant(), news.parcel().shipment().value(), news.position(), now)
                .flatMap(id ->
                        fulfilments.find(news.merchant(), List.of(id)).stream().findFirst())
                .ifPresent(row -> desk.work()
                        .add(
                                news.merchant(),
                                List.of(new NewWork(
                                        Queues.store(row.store()),
                                        CorrectedNumbers.WORK,
                                        row.id(),
                                        desk.clock().instant(),
                                        true))));
        Crash.at("channels.correction-planned");
    }
}
