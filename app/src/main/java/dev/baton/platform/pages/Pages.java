package dev.baton.platform.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.springframework.stereotype.Component;

/**
 * Renders the templates under {@code src/main/templates}, which the build makes classes of. What a template prints
 * is escaped for HTML.
 */
@Component
public final class Pages {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * Renders a template.
     *
     * @param template its path, such as {@code portal/order.jte}
     * @param model the one parameter of the template
     */
    public String render(String template, Object model) {
        StringOutput output = new StringOutput(8192);
        engine.render(template, model, output);
        return output.toString();
    }
}
