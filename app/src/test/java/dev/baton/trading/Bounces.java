package dev.baton.trading;

import dev.baton.purchasing.PurchaseOrderView;

/** What mail servers send back. */
final class Bounces {

    private Bounces() {}

    /** The Message-ID of a purchase order's mail. */
    static String messageId(PurchaseOrderView order, TestRoad of) {
        return "<" + order.number() + ".v1." + of.merchant.hex() + "@baton.example>";
    }

    /** A delivery report of a mail of that id. Source: RFC 3464. */
    static String report(String action, String id) {
        return """
                From: Mail Delivery <mailer-daemon@relay.example>
                To: mail@baton.example
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                It did not work.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; relay.example

                Final-Recipient: rfc822; orders@acme.example
                Action: %s
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such user

                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                Subject: Purchase order

                --b--
                """.formatted(action, id);
    }
}
