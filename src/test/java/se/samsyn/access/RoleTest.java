package se.samsyn.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.samsyn.kernel.Level;

class RoleTest {

    @Test
    void analystsBelongToTheirLevelAndCaseReadersToAMunicipality() {
        assertThat(Role.NATIONAL_ANALYST.fits(Level.MUNICIPALITY)).isFalse();
        assertThat(Role.NATIONAL_ANALYST.fits(Level.NATION)).isTrue();
        assertThat(Role.REGIONAL_ANALYST.fits(Level.REGION)).isTrue();
        assertThat(Role.REGIONAL_ANALYST.fits(Level.NATION)).isFalse();
        assertThat(Role.CASEWORKER.fits(Level.MUNICIPALITY)).isTrue();
        assertThat(Role.ADMINISTRATOR.fits(Level.NATION)).isTrue();
    }
}
