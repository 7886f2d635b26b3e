package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What may stand in an address, and so in the history of a browser and the log of a proxy: codes of places, years, kinds of figures,
 * pages of lists, and ids that mean nothing to anybody outside. A new name must be thought of before it is put here; a name, a
 * number or a text about somebody never is.
 */
@SpringBootTest
class AddressFieldsIT {

    private static final Set<String> ALLOWED = Set.of(
            // ids without meaning
            "id",
            "job",
            "occasion",
            "arende",
            "tillfalle",
            "svar",
            "vem",
            "galler",
            // what figures are about
            "instrument",
            "plats",
            "ar",
            "vy",
            "kon",
            "data",
            "rad",
            "kolumn",
            "lager",
            "visa",
            "tal",
            "urval",
            "urvalsfraga",
            "key",
            "name",
            "form",
            "variable",
            "indikator",
            "grupp",
            "fran",
            "till",
            "niva",
            "mot",
            "antal",
            "tecken",
            "valda",
            "perspektiv",
            "omrade",
            "kalla",
            // lists and their pages
            "sida",
            "saknas",
            "lage",
            "sok",
            "anvands",
            "andra",
            "fore",
            "andamal",
            "handelse",
            "typ",
            "phase",
            "draft",
            "manader",
            // how sign-in went
            "fel",
            "hos",
            "ut",
            "utgangen");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapped;

    @Test
    void namesThatMayStandInAddressesAreKnown() {
        Set<String> found = mapped.getHandlerMethods().entrySet().stream()
                .filter(page -> page.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(page -> names(page.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).hasSizeGreaterThan(20);
        assertThat(found).isSubsetOf(ALLOWED);
    }

    private static Stream<String> names(HandlerMethod page) {
        return Arrays.stream(page.getMethodParameters()).flatMap(AddressFieldsIT::names);
    }

    private static Stream<String> names(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
        var sent = parameter.getParameterAnnotation(RequestParam.class);
        var path = parameter.getParameterAnnotation(PathVariable.class);
        if (sent != null) {
            return Stream.of(sent.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : sent.name());
        }
        if (path != null) {
            return Stream.of(path.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : path.name());
        }
        return parameter.getParameterType().isRecord()
                        && parameter.getParameterType().getName().startsWith("se.samsyn.")
                ? Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .map(RecordComponent::getName)
                : Stream.empty();
    }
}
