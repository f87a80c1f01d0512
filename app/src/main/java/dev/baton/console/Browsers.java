package dev.baton.console;

import java.util.LinkedHashMap;
import java.util.Map;

/** What people call a browser, guessed from what it calls itself; nothing depends on it. */
final class Browsers {

    private static final Map<String, String> NAMES = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        NAMES.put("Edg/", "Edge");
        NAMES.put("OPR/", "Opera");
        NAMES.put("Firefox/", "Firefox");
        NAMES.put("Chrome/", "Chrome");
        NAMES.put("Safari/", "Safari");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Macintosh", "Mac");
        SYSTEMS.put("Linux", "Linux");
    }

    private Browsers() {}

    static String name(String agent) {
        String browser = first(NAMES, agent, "A browser");
        String system = first(SYSTEMS, agent, "");
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private static String first(Map<String, String> known, String agent, String otherwise) {
        return known.entrySet().stream()
                .filter(each -> agent.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
