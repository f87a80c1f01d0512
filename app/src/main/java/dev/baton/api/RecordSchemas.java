package dev.baton.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes the API's records: what is not {@code @Nullable} is required, what is may be null, and a record within
 * another class carries that class's name, for many of them are called {@code Row}.
 */
final class RecordSchemas extends ModelResolver {

    RecordSchemas(ObjectMapper mapper) {
        super(mapper, new Names());
        openapi31(true);
    }

    private static final class Names extends TypeNameResolver {

        @Override
        protected String getNameOfClass(Class<?> type) {
            Class<?> outer = type.getEnclosingClass();
            return outer == null || type.getPackage() != Names.class.getPackage()
                    ? super.getNameOfClass(type)
                    : outer.getSimpleName().replaceFirst("Calls$", "") + type.getSimpleName();
        }
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = super.resolve(type, context, chain);
        Class<?> described = _mapper.constructType(type.getType()).getRawClass();
        if (schema != null && described.isRecord()) {
            complete(defined(schema, context), described);
        }
        return schema;
    }

    private static Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        String name = reference == null ? schema.getName() : reference.substring(reference.lastIndexOf('/') + 1);
        Schema<?> model = name == null ? null : context.getDefinedModels().get(name);
        return model == null ? schema : model;
    }

    @SuppressWarnings("rawtypes") // as swagger-core declares properties
    private static void complete(Schema<?> model, Class<?> described) {
        Map<String, Schema> properties = model.getProperties();
        if (properties == null) {
            return;
        }
        model.setRequired(Arrays.stream(described.getRecordComponents())
                .filter(component -> !mayBeNull(component))
                .map(RecordComponent::getName)
                .filter(properties::containsKey)
                .toList());
        for (RecordComponent component : described.getRecordComponents()) {
            Schema<?> property = properties.get(component.getName());
            if (property != null && property.getTypes() != null && mayBeNull(component)) {
                Set<String> types = new LinkedHashSet<>(property.getTypes());
                types.add("null");
                property.setTypes(types);
            }
        }
    }

    private static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
