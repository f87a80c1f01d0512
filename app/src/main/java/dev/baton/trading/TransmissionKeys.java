package dev.baton.trading;

/** The keys documents travel under, fixed for ever when they are planned: what they are about, and in which version. */
final class TransmissionKeys {

    private TransmissionKeys() {}

    /** Of a purchase order, such as {@code 1001-1.v1}. */
    static String ofOrder(String number, int version) {
        return number + ".v" + version;
    }

    /** The version of a purchase order that travels under the key. */
    static int versionOf(String keyOfOrder) {
        return Integer.parseInt(keyOfOrder.substring(keyOfOrder.lastIndexOf(".v") + 2));
    }

    /** Of a question to ship differently, such as {@code 1001-1.v1.amendment-1}; the version is the one in force. */
    static String ofAmendment(String number, int version, int ordinal) {
        return ofOrder(number, version) + ".amendment-" + ordinal;
    }

    /** Of a question not to ship, such as {@code 1001-1.v1.cancellation-1}. */
    static String ofCancellation(String number, int version, int ordinal) {
        return ofOrder(number, version) + ".cancellation-" + ordinal;
    }

    /** Of what is decided about another cost, such as {@code 1001-1.v1.price-1}. */
    static String ofPrice(String number, int version, int ordinal) {
        return ofOrder(number, version) + ".price-" + ordinal;
    }

    /** Of a question to take back, such as {@code 1001-1.v1.recall-1}. */
    static String ofRecall(String number, int version, int ordinal) {
        return ofOrder(number, version) + ".recall-" + ordinal;
    }

    /** Of what reminds of a document, such as {@code 1001-1.v1.reminder}. */
    static String ofReminder(String key) {
        return key + ".reminder";
    }
}
