package se.samsyn.proof.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class NastyTest {

    private static final List<byte[]> SEEDS = List.of(Nasty.bytes("id;kön\nA1;kvinna\n"), Nasty.bytes("{\"a\":[1,2]}"));

    @Test
    void makesTheSameInputOfTheSameNumber() {
        for (int seed = 0; seed < 500; seed++) {
            assertThat(new Nasty(seed).of(SEEDS)).isEqualTo(new Nasty(seed).of(SEEDS));
        }
    }

    @Test
    void makesInputsThatDiffer() {
        var made = new HashSet<String>();
        for (int seed = 0; seed < 2_000; seed++) {
            made.add(HexFormat.of().formatHex(new Nasty(seed).of(SEEDS)));
        }
        assertThat(made).hasSizeGreaterThan(1_500);
    }

    @Test
    void takesSeedsThatAreEmpty() {
        for (int seed = 0; seed < 500; seed++) {
            assertThat(new Nasty(seed).of(List.of(new byte[0]))).isNotNull();
        }
    }
}
