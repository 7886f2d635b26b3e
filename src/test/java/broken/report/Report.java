package broken.report;

import broken.followup.Person;
import java.sql.Connection;
import java.util.logging.Logger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Breaks: controllers are hidden, HTTP is spoken in web packages only, SQL is spoken in stores and in database only, fields are set
 * by constructors, one way to log, persons stay in followup.
 */
@Controller
public class Report {

    @Autowired
    Connection connection;

    @GetMapping("/person")
    String person(Person person) {
        Logger.getLogger("report").info(String.valueOf(connection));
        return person.name();
    }
}
