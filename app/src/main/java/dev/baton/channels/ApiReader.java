package dev.baton.channels;

import java.util.Set;
import org.springframework.stereotype.Component;

/** Understands orders posted to the API. */
@Component
class ApiReader implements IntakeReader {

    @Override
    public Set<Transport> transports() {
        return Set.of(Transport.API);
    }

    @Override
    public Reading read(Intake intake) {
        OrderSource source = new OrderSource(intake.store(), intake.document(), intake.triggeredAt());
        return new Reading.Whole(ApiOrder.read(intake.bytes(), source));
    }

    @Override
    public ReadOrder withRefund(ReadOrder last, Intake refund) {
        throw new UnreadableDocument("the API takes whole orders only", null);
    }
}
