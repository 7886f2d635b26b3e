package se.samsyn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationsTest {

    @ParameterizedTest
    @MethodSource("scripts")
    void namesWhatItMakesAfterItsModule(Path script) {
        assertThat(Migrations.strangers(Migrations.module(script), Migrations.read(script)))
                .isEmpty();
    }

    @Test
    void findsStrangers() {
        String sql = "create table if not exists b_x (y int); create table a_z (q int); -- create table c\n"
                + "create or replace function f() returns int";
        assertThat(Migrations.strangers("a", sql)).containsExactly("b_x", "f");
    }

    static Stream<Path> scripts() {
        return Migrations.scripts().stream();
    }
}
