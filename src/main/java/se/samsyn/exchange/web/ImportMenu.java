package se.samsyn.exchange.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samsyn.exchange.Imports;
import se.samsyn.web.Shell;

@Component
final class ImportMenu implements Shell.Menu {

    private final Imports imports;

    ImportMenu(Imports imports) {
        this.imports = imports;
    }

    @Override
    public List<Shell.Entry> entries() {
        return imports.mayImport() ? List.of(new Shell.Entry("exchange.menu", "/import", 50)) : List.of();
    }
}
