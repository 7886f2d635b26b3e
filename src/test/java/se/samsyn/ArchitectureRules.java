package se.samsyn;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;

/**
 * The rules of the house that neither javac nor the module map can hold. Our own packages and class names occur in the patterns
 * below alone, so that a test can see to it that each of them still names something.
 */
final class ArchitectureRules {

    static final String KERNEL = "..kernel..";
    static final String DISCLOSURE = "..table.disclosure..";
    static final String TABLE = "..table..";
    static final String WEB = "..web..";
    static final String DATABASE = "..database..";
    static final String FOLLOWUP = "..followup..";
    static final String EXCHANGE = "..exchange..";
    static final String REPORT = "..report..";
    static final String DEMO = "..demo..";
    static final String PROOF = "..proof..";
    static final String ENGINE = "..engine..";
    static final String REGISTER = "..register..";
    static final String RELEASE = "..table.release..";
    static final String STORE = "Store";

    /** What bears figures that may leave. */
    static final List<String> PROTECTED = List.of("ProtectedTable", "BlurredTable", "BlurredSums", "BlurredSample");

    /** What bears figures that may not. */
    static final List<String> UNPROTECTED = List.of(
            "Dataset",
            "Microdata",
            "Tally",
            "Snapshot",
            "OpenCounts",
            "LinkedTables",
            "CrossTables",
            "Hiding",
            "Attacker",
            "Reach",
            "BareQuery");

    /** What shows an owner the true counts of hidden cells. */
    static final List<String> FOR_OWNERS = List.of("Attacked");

    static final List<String> PACKAGES = List.of(
            KERNEL,
            DISCLOSURE,
            TABLE,
            WEB,
            DATABASE,
            FOLLOWUP,
            EXCHANGE,
            REPORT,
            DEMO,
            PROOF,
            ENGINE,
            REGISTER,
            RELEASE);
    static final List<String> NAME_ENDINGS = Stream.of(List.of(STORE), PROTECTED, UNPROTECTED, FOR_OWNERS)
            .flatMap(List::stream)
            .toList();

    private static final String[] JAVA = {"java..", "org.jspecify..", "org.springframework.modulith"};
    private static final String[] HTTP = {
        "jakarta.servlet..",
        "org.springframework.web..",
        "org.springframework.http..",
        "org.springframework.security.web..",
        "org.springframework.security.config..",
        "org.springframework.ui.."
    };
    private static final String[] SQL = {"java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql.."};

    private ArchitectureRules() {}

    /** The rules, by a name that says what holds. */
    static final Map<String, ArchRule> ALL = Map.ofEntries(
            Map.entry("kernel is plain Java", plainJava(KERNEL, KERNEL)),
            Map.entry(
                    "disclosure control is plain Java with solvers",
                    plainJava(
                            DISCLOSURE,
                            DISCLOSURE,
                            KERNEL,
                            "javax.crypto..",
                            "com.google.ortools..",
                            "org.ojalgo..",
                            "org.hipparchus..")),
            Map.entry(
                    "HTTP is spoken in web packages only",
                    noClasses()
                            .that()
                            .resideOutsideOfPackage(WEB)
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(HTTP)),
            Map.entry(
                    "SQL is spoken in stores and in database only",
                    noClasses()
                            .that(resideInAPackage(DATABASE)
                                    .or(insideStore())
                                    .negate()
                                    .as("are neither stores nor in database"))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(SQL)),
            Map.entry(
                    "stores are hidden",
                    classes().that().haveSimpleNameEndingWith(STORE).should().bePackagePrivate()),
            Map.entry(
                    "controllers are hidden",
                    classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate()),
            Map.entry(
                    "fields are set by constructors",
                    noFields()
                            .should()
                            .beAnnotatedWith(Autowired.class)
                            .orShould()
                            .beAnnotatedWith(Value.class)),
            Map.entry(
                    "one way to log",
                    noClasses()
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "java.util.logging..", "org.apache.commons.logging..", "org.apache.log4j..")),
            Map.entry(
                    "figures that may leave are made in one way only",
                    constructors()
                            .that()
                            .areDeclaredInClassesThat(named(PROTECTED))
                            .should()
                            .bePrivate()),
            Map.entry(
                    "no page and no report reaches a figure that may not leave",
                    noClasses()
                            .that()
                            .resideInAnyPackage(WEB, REPORT)
                            .should()
                            .dependOnClassesThat(named(UNPROTECTED))),
            Map.entry(
                    "no other module reaches a figure that may not leave",
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(TABLE, ENGINE, REGISTER, FOLLOWUP, DEMO, PROOF)
                            .should()
                            .dependOnClassesThat(named(UNPROTECTED))),
            Map.entry(
                    "what an owner may see of the hidden stays where tables are released",
                    noClasses().that().resideOutsideOfPackage(RELEASE).should().dependOnClassesThat(named(FOR_OWNERS))),
            Map.entry(
                    "persons stay in followup",
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(FOLLOWUP, EXCHANGE, DEMO, PROOF)
                            .should()
                            .dependOnClassesThat(resideInAPackage(FOLLOWUP))));

    private static ArchRule plainJava(String subject, String... own) {
        return classes()
                .that()
                .resideInAPackage(subject)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(JAVA).or(resideInAnyPackage(own)));
    }

    private static DescribedPredicate<JavaClass> named(List<String> names) {
        return resideInAnyPackage(TABLE, ENGINE)
                .and(DescribedPredicate.describe("are " + names, type -> names.contains(type.getSimpleName())));
    }

    /** A store, or a class or lambda inside one. */
    private static DescribedPredicate<JavaClass> insideStore() {
        return belongTo(simpleNameEndingWith(STORE));
    }
}
