package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.SubjectId;
import dev.baton.platform.documents.Subjects;
import dev.baton.platform.http.OutboundHttp;
import dev.baton.platform.work.LeasedWork;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndpointsTest {

    private final TestBaton baton = TestBaton.shared();
    private final SupplierEndpoint supplier = new SupplierEndpoint();
    private final Endpoints endpoints = new Endpoints(baton.bean(OutboundHttp.class), new TestClock());
    private final MerchantId merchant = baton.newMerchant();
    private final SupplierId id = new SupplierId(UUID.randomUUID());

    @AfterEach
    void close() {
        supplier.close();
    }

    /** A slow but good supplier: documents waited for those before them until no time was left. */
    @Test
    void ourOwnWaitingForATurnIsNotTheSuppliersFailure() {
        for (int i = 0; i < 5; i++) {
            assertThat(send(Duration.ZERO).outcome()).isEqualTo(AttemptOutcome.NOT_SENT);
        }

        assertThat(endpoints.restsUntil(merchant, id)).isEmpty();
        assertThat(supplier.got()).isEmpty();
    }

    @Test
    void anEndpointThatDoesNotAnswerRestsAfterThreeCalls() {
        supplier.close();

        for (int i = 0; i < 3; i++) {
            assertThat(endpoints.restsUntil(merchant, id)).isEmpty();
            send(Duration.ofMinutes(1));
        }

        assertThat(endpoints.restsUntil(merchant, id)).isPresent();
    }

    private ReplyVerdict send(Duration left) {
        Outgoing outgoing = outgoing(left);
        return endpoints.send(outgoing, (Way.Post) outgoing.way());
    }

    private Outgoing outgoing(Duration left) {
        Transmission row = new Transmission(
                new TransmissionId(UUID.randomUUID()),
                TransmissionKind.PURCHASE_ORDER,
                new PurchaseOrderId(UUID.randomUUID()),
                UUID.randomUUID(),
                id,
                new StoreId(UUID.randomUUID()),
                new SubjectId(UUID.randomUUID()),
                "1001-1.v1",
                TransmissionStatus.SENDING,
                TestClock.START,
                TestClock.START,
                null,
                1,
                Transmission.ATTEMPTS,
                null,
                0,
                null,
                null,
                null);
        LeasedWork work = new LeasedWork(
                UUID.randomUUID(),
                merchant,
                "supplier",
                SendTransmissions.KIND,
                row.id().value(),
                1,
                1,
                System.nanoTime() + left.toNanos());
        return new Outgoing(
                work,
                row,
                1,
                "{}".getBytes(StandardCharsets.UTF_8),
                new Way.Post(supplier.url(), SupplierEndpoint.SECRET),
                baton.in(
                        merchant,
                        () -> baton.bean(Subjects.class).createAll(merchant, 1).getFirst()),
                TestClock.START);
    }
}
