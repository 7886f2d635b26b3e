package se.samsyn;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.ClassUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import se.samsyn.database.DatabaseUnavailable;
import se.samsyn.keys.KeyFault;

/**
 * Samsyn on the command line. Each module adds its own commands: beans annotated with picocli's {@link Command}, found by that
 * annotation wherever they live. Runs without a web server, but for those that try the pages, and makes only the beans that the command
 * uses.
 */
@Command(
        name = "samsyn",
        description = "Systematisk uppföljning: kommandon för drift, filer och tabeller.",
        synopsisSubcommandLabel = "KOMMANDO")
final class SamsynCommand {

    /** Commands that fill an empty database themselves, before any module has put something in it. */
    private static final Set<String> ON_EMPTY_DATABASE = Set.of("restore");

    /** Commands that try the pages out, over a web server of their own at a free port of this machine. */
    private static final Set<String> WITH_PAGES = Set.of("bench", "prove");

    /** Commands that need nothing but themselves: no database, no settings. */
    private static final Set<String> ALONE = Set.of("version", "sbom", "service");

    /** Measures the connections to the database, and has them made to do it. */
    private static final String MEASURES_CONNECTIONS =
            "org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration";

    /** A command is described by its fields alone, without the beans it works with. */
    private static final SpringObjenesis WITHOUT_CONSTRUCTOR = new SpringObjenesis();

    private static final Set<String> ASKS_FOR_HELP = Set.of("--help", "-h");

    private SamsynCommand() {}

    /** Runs the command that the arguments name: 0 when it did its work, 1 when it failed, 2 when it was called wrongly. */
    static int run(String... args) {
        if (Arrays.stream(args).anyMatch(ASKS_FOR_HELP::contains)) {
            return described().execute(args);
        }
        if (ALONE.contains(args[0])) {
            return alone(args[0]).execute(args);
        }
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Samsyn.class)
                .web(WITH_PAGES.contains(args[0]) ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .initializers(starting -> {
                    if (ON_EMPTY_DATABASE.contains(args[0])) {
                        starting.addBeanFactoryPostProcessor(SamsynCommand::makeNothingUnasked);
                        starting.getBeanFactory()
                                .registerSingleton(
                                        AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, new NothingStarted());
                    }
                })
                .properties(Map.of(
                        "logging.level.root", "error",
                        "logging.level.se.samsyn", "warn",
                        "spring.autoconfigure.exclude", MEASURES_CONNECTIONS))
                .run(
                        "--server.port=0",
                        "--server.servlet.context-path=",
                        "--samsyn.tls.certificate=",
                        "--samsyn.tls.key=",
                        "--samsyn.management.port=",
                        "--samsyn.results.first=P1D",
                        "--samsyn.second-factor=offer")) {
            return line(context, args[0]).execute(args);
        }
    }

    /** Also beans that Spring makes at once even when all are lazy, since they prepare their modules' tables. */
    private static void makeNothingUnasked(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            beans.getBeanDefinition(name).setLazyInit(true);
        }
    }

    /** The command line with every module's commands, in alphabetical order; only the one that is called is made. */
    static CommandLine line(ApplicationContext context, String called) {
        CommandLine line = new CommandLine(new SamsynCommand())
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
        Map<String, Object> commands = new TreeMap<>();
        for (String bean : context.getBeanNamesForAnnotation(Command.class)) {
            Command stated = Objects.requireNonNull(context.findAnnotationOnBean(bean, Command.class));
            commands.put(stated.name(), stated.name().equals(called) ? context.getBean(bean) : described(stated));
        }
        commands.forEach(line::addSubcommand);
        CommandWords.put(line);
        return line;
    }

    /** The commands as they describe themselves. No command is made, so no database is started either. */
    static CommandLine described() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Command.class));
        CommandLine line = new CommandLine(new SamsynCommand());
        scanner.findCandidateComponents(SamsynCommand.class.getPackageName()).stream()
                .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                .filter(type -> type != SamsynCommand.class)
                .sorted(Comparator.comparing(Class::getName))
                .forEach(type -> line.addSubcommand(new CommandLine(WITHOUT_CONSTRUCTOR.newInstance(type))));
        CommandWords.put(line);
        return line;
    }

    /** The command line with one command that can be made as it is. */
    static CommandLine alone(String called) {
        CommandLine line = new CommandLine(new SamsynCommand())
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
        CommandLine named = Objects.requireNonNull(described().getSubcommands().get(called));
        line.addSubcommand(named.getCommand().getClass());
        CommandWords.put(line);
        return line;
    }

    private static CommandSpec described(Command stated) {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage().description(stated.description());
        return spec;
    }

    /** Says in one line what went wrong; the whole story only where SAMSYN_TRACE asks for it. */
    private static int explain(Exception failure, CommandLine command) {
        PrintWriter out = command.getErr();
        DatabaseUnavailable database = databaseIn(failure);
        var keys = KeyFault.in(failure);
        if (keys.isPresent()) {
            out.println(keys.get().fact() + ".");
            out.println(keys.get().remedy());
        } else if (database != null) {
            out.println(database.getMessage() + ".");
            out.println(database.remedy());
        } else {
            out.println(sentence(failure));
        }
        if (System.getenv("SAMSYN_TRACE") != null) {
            failure.printStackTrace(out);
        }
        out.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** What our own exceptions say is written for the reader; of others the root says most. */
    private static String sentence(Exception failure) {
        boolean ours = failure.getClass().getName().startsWith("se.samsyn.");
        Throwable telling = ours ? failure : NestedExceptionUtils.getMostSpecificCause(failure);
        return telling.getMessage() == null ? telling.toString() : telling.getMessage();
    }

    private static @Nullable DatabaseUnavailable databaseIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseUnavailable found) {
                return found;
            }
        }
        return null;
    }

    /** What prepares its tables at the start would have a database made to do it in. */
    private static final class NothingStarted implements LifecycleProcessor {

        @Override
        public void onRefresh() {
            // nothing is started
        }

        @Override
        public void onClose() {
            // so nothing is stopped
        }

        @Override
        public void start() {
            // as at the refresh
        }

        @Override
        public void stop() {
            // as at the close
        }

        @Override
        public boolean isRunning() {
            return false;
        }
    }
}
