package se.samsyn;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the command line says of itself in Swedish, where the library speaks English: help and wrongly called commands. */
final class CommandWords {

    private CommandWords() {}

    /** Gives the command line, and every command under it, help, Swedish headings and Swedish words for what was called wrongly. */
    static void put(CommandLine line) {
        putAll(line);
        line.setParameterExceptionHandler((fault, args) -> {
            var out = fault.getCommandLine().getErr();
            out.println(sentence(fault));
            fault.getCommandLine().usage(out);
            return CommandLine.ExitCode.USAGE;
        });
    }

    private static void putAll(CommandLine line) {
        line.getSubcommands().values().forEach(CommandWords::putAll);
        putOne(line);
    }

    private static void putOne(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        spec.usageMessage().synopsisHeading("Användning: ").commandListHeading("%nKommandon:%n");
        // Last of all: the library takes a method's parameters from the first of its options.
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("visar den här texten")
                .build());
    }

    private static String sentence(ParameterException fault) {
        return switch (fault) {
            case MissingParameterException missing ->
                "Saknas: "
                        + missing.getMissing().stream().map(CommandWords::name).collect(Collectors.joining(", ")) + ".";
            case UnmatchedArgumentException unknown -> "Okänt: " + String.join(" ", unknown.getUnmatched()) + ".";
            case OverwrittenOptionException twice -> "Angivet två gånger: " + name(twice.getOverwritten()) + ".";
            default ->
                fault.getArgSpec() == null
                        ? "Kommandot är fel skrivet."
                        : "Värdet för " + name(fault.getArgSpec()) + " går inte att läsa: " + fault.getValue() + ".";
        };
    }

    private static String name(ArgSpec part) {
        return part instanceof OptionSpec option ? option.longestName() : part.paramLabel();
    }
}
