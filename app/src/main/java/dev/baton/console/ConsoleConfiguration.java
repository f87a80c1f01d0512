package dev.baton.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How the console checks acts and hands a method whoever asks. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {

    private final StaffRefusals refusals;

    ConsoleConfiguration(StaffRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ActCheck(refusals)).addPathPatterns("/console", "/console/**", "/welcome/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new StaffArgument());
        resolvers.add(new VisitArgument());
        resolvers.add(new TypedArgument());
    }

    private abstract static class OfRequest implements HandlerMethodArgumentResolver {

        private final Class<?> type;

        OfRequest(Class<?> type) {
            this.type = type;
        }

        abstract Object of(HttpServletRequest request);

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
            if (servlet == null) {
                throw new IllegalStateException("not a servlet request");
            }
            return of(servlet);
        }
    }

    private static final class StaffArgument extends OfRequest {

        StaffArgument() {
            super(Staff.class);
        }

        @Override
        Object of(HttpServletRequest request) {
            Visit visit = Visit.of(request);
            if (visit.who() == null) {
                throw new IllegalStateException("nobody is signed in");
            }
            return new Staff(visit.who(), visit.formToken());
        }
    }

    private static final class VisitArgument extends OfRequest {

        VisitArgument() {
            super(Visit.class);
        }

        @Override
        Object of(HttpServletRequest request) {
            return Visit.of(request);
        }
    }

    private static final class TypedArgument extends OfRequest {

        TypedArgument() {
            super(Typed.class);
        }

        @Override
        Object of(HttpServletRequest request) {
            return Typed.of(request);
        }
    }
}
