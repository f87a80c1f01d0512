package dev.baton.world.supplier;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes tracking numbers with the right check digits. Sources: UPS "1Z" modulo 10, USPS IMpb and GS1 modulo 10, FedEx
 * Express 12 digits modulo 11, DHL Express 10 digits modulo 7, UPU standard S10 modulo 11.
 */
public final class TrackingNumbers {

    private final AtomicLong serial;

    /** @param seed keeps the numbers of two runs apart */
    public TrackingNumbers(long seed) {
        this.serial = new AtomicLong(1_000_000 + Math.floorMod(seed, 1000) * 5_000L);
    }

    /** The next number of a carrier: {@code UPS}, {@code USPS}, {@code FedEx}, {@code DHL Express} or {@code Posten Norge}. */
    public String next(String carrier) {
        long number = serial.incrementAndGet();
        return switch (carrier) {
            case "UPS" -> ups(number);
            case "USPS" -> usps(number);
            case "FedEx" -> fedex(number);
            case "DHL Express" -> dhl(number);
            case "Posten Norge" -> s10(number);
            default -> throw new IllegalArgumentException("no such carrier: " + carrier);
        };
    }

    static String ups(long number) {
        String body = String.format(Locale.ROOT, "X1W2Y3%02d%07d", 3, number % 10_000_000);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            int value = Character.isDigit(c) ? c - '0' : (c - 63) % 10;
            sum += i % 2 == 0 ? value : value * 2;
        }
        return "1Z" + body + (10 - sum % 10) % 10;
    }

    static String usps(long number) {
        String body = String.format(Locale.ROOT, "92055901755477%07d", number % 10_000_000);
        return body + gs1Check(body);
    }

    private static int gs1Check(String digits) {
        int sum = 0;
        for (int i = digits.length() - 1, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += (digits.charAt(i) - '0') * weight;
        }
        return (10 - sum % 10) % 10;
    }

    static String fedex(long number) {
        String body = String.format(Locale.ROOT, "7%010d", number);
        int[] weights = {3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1};
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + sum % 11 % 10;
    }

    static String dhl(long number) {
        String body = String.format(Locale.ROOT, "3%08d", number % 100_000_000);
        return body + Long.parseLong(body) % 7;
    }

    static String s10(long number) {
        String body = String.format(Locale.ROOT, "%08d", number % 100_000_000);
        int[] weights = {8, 6, 4, 2, 3, 5, 9, 7};
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        int check = 11 - sum % 11;
        return "RR" + body + (check == 10 ? 0 : check == 11 ? 5 : check) + "NO";
    }
}
