package dev.baton.carriers;

import tools.jackson.databind.JsonNode;

/** The check digits of the shared definitions, computed from their own description. */
final class SharedChecksums {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private SharedChecksums() {}

    static String expected(String serial, JsonNode checksum) {
        return switch (checksum.path("name").asString()) {
            case "mod10" -> mod10(serial, checksum);
            case "mod7" -> String.valueOf(Long.parseLong(serial) % 7);
            case "luhn" -> luhn(serial);
            case "s10" -> s10(serial, checksum);
            case "sum_product_with_weightings_and_modulo" ->
                String.valueOf(weighted(serial, checksum)
                        % checksum.path("modulo1").asInt()
                        % checksum.path("modulo2").asInt());
            case "mod_37_36" -> mod3736(serial);
            default -> throw new IllegalArgumentException("New checksum in the shared definitions: " + checksum);
        };
    }

    private static String mod10(String serial, JsonNode checksum) {
        String digits = checksum.path("reverse").asBoolean()
                ? new StringBuilder(serial).reverse().toString()
                : serial;
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            char sign = digits.charAt(i);
            int value = Character.isDigit(sign) ? sign - '0' : (sign - 3) % 10;
            String weight = i % 2 == 0 ? "evens_multiplier" : "odds_multiplier";
            sum += value * checksum.path(weight).asInt();
        }
        return complement(sum);
    }

    private static String luhn(String serial) {
        int sum = 0;
        String reversed = new StringBuilder(serial).reverse().toString();
        for (int i = 0; i < reversed.length(); i++) {
            int value = (reversed.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return complement(sum);
    }

    private static String s10(String serial, JsonNode checksum) {
        int check = 11 - weighted(serial, checksum) % 11;
        return check == 10 ? "0" : check == 11 ? "5" : String.valueOf(check);
    }

    private static int weighted(String serial, JsonNode checksum) {
        int sum = 0;
        for (int i = 0; i < serial.length(); i++) {
            sum += (serial.charAt(i) - '0') * checksum.path("weightings").get(i).asInt();
        }
        return sum;
    }

    private static String mod3736(String serial) {
        int check = 36;
        for (int i = 0; i < serial.length(); i++) {
            check += ALPHABET.indexOf(serial.charAt(i));
            check = check > 36 ? check - 36 : check;
            check *= 2;
            check = check > 36 ? check - 37 : check;
        }
        check = 37 - check;
        return String.valueOf(ALPHABET.charAt(check == 36 ? 0 : check));
    }

    private static String complement(int sum) {
        return String.valueOf((10 - sum % 10) % 10);
    }
}
