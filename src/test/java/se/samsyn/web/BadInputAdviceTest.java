package se.samsyn.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import se.samsyn.kernel.PlaceCode;

class BadInputAdviceTest {

    private final ExceptionHandlerMethodResolver handlers = new ExceptionHandlerMethodResolver(BadInputAdvice.class);

    @Test
    void whatCannotBeReadIsABadRequest() {
        assertThatThrownBy(() -> BadInput.read(() -> new PlaceCode("sent")))
                .isInstanceOfSatisfying(BadInput.class, fault -> {
                    assertThat(handlers.resolveMethodByThrowable(fault)).isNotNull();
                    assertThat(answered(fault)).isEqualTo(400);
                });
    }

    @Test
    void aFaultInWhatIsStoredIsOurs() {
        assertThatThrownBy(() -> new PlaceCode("stored"))
                .satisfies(fault ->
                        assertThat(handlers.resolveMethodByThrowable(fault)).isNull());
    }

    private static int answered(BadInput fault) {
        var response = new MockHttpServletResponse();
        try {
            new BadInputAdvice().badInput(fault, response);
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        return response.getStatus();
    }
}
