package dev.baton.api;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Reads texts that can be kept: the database has no U+0000, and half of a surrogate pair would become another sign. */
final class PlainText extends StringDeserializer {

    static final String WHY = "holds a character no text may hold (U+0000 or half of a surrogate pair)";

    static SimpleModule module() {
        return new SimpleModule().addDeserializer(String.class, new PlainText());
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && !canBeKept(text)) {
            throw context.weirdStringException(text, String.class, WHY);
        }
        return text;
    }

    static boolean canBeKept(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                return false;
            }
            i += pair ? 1 : 0;
        }
        return true;
    }
}
