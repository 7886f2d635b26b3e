package se.samsyn.proof.trust.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.proof.trust.Addresses;

/** The addresses that are mapped to methods, whoever mapped them. */
@Component
final class MappedAddresses implements Addresses {

    private final ObjectProvider<RequestMappingInfoHandlerMapping> mapped;

    MappedAddresses(ObjectProvider<RequestMappingInfoHandlerMapping> mapped) {
        this.mapped = mapped;
    }

    @Override
    public Set<String> all() {
        return mapped().flatMap(entry -> addresses(entry.getKey()))
                .filter(address -> !address.contains("error"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Map<String, List<String>> ofPersons() {
        var found = new TreeMap<String, List<String>>();
        mapped().filter(entry -> showsPersons(entry.getValue()))
                .forEach(entry -> addresses(entry.getKey())
                        .filter(address -> address.startsWith("GET ") || address.contains("/sok"))
                        .forEach(address -> found.put(address, parameters(entry.getValue()))));
        return found;
    }

    private Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> mapped() {
        return mapped.stream().flatMap(each -> each.getHandlerMethods().entrySet().stream());
    }

    private static Stream<String> addresses(RequestMappingInfo info) {
        var methods =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
        return info.getPatternValues().stream()
                .flatMap(path ->
                        (methods.isEmpty() ? List.of("GET") : methods).stream().map(method -> method + " " + path));
    }

    private static boolean showsPersons(HandlerMethod page) {
        var demands = AnnotatedElementUtils.findMergedAnnotation(page.getMethod(), Demands.class);
        if (demands == null) {
            demands = AnnotatedElementUtils.findMergedAnnotation(page.getBeanType(), Demands.class);
        }
        return demands != null && Arrays.asList(demands.value()).contains(Action.READ_CASE);
    }

    private static List<String> parameters(HandlerMethod page) {
        var names = new ArrayList<String>();
        for (var parameter : page.getMethodParameters()) {
            var sent = parameter.getParameterAnnotation(RequestParam.class);
            if (sent != null) {
                names.add(Stream.of(
                                sent.name(),
                                sent.value(),
                                parameter.getParameter().getName())
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElseThrow());
            } else if (isForm(parameter)) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .forEach(each -> names.add(each.getName()));
            }
        }
        return names;
    }

    private static boolean isForm(MethodParameter parameter) {
        return parameter.getParameterType().isRecord()
                && (parameter.hasParameterAnnotation(ModelAttribute.class)
                        || parameter.getParameterType().getName().contains(".web."));
    }
}
