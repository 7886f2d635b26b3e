package se.samsyn.exchange.opendata;

/** What can go wrong between a question and its answer, with what to do about it. */
public enum OpenDataFault {
    /** The question cannot be put; nothing was sent. */
    QUESTION("Ändra frågan och försök igen."),
    NOT_REACHED("Kontrollera nätet och adressen, eller läs in sparade svar från en mapp i stället."),
    SLOW("Försök igen senare, eller fråga efter mindre åt gången."),
    TOO_MANY_CALLS("Vänta en stund och försök igen."),
    SERVER_FAULT("Försök igen senare. Står felet kvar, anmäl det till den som driver tjänsten."),
    NOT_FOUND("Kontrollera adressen och de id som efterfrågas."),
    REJECTED("Ändra frågan efter vad tjänsten säger."),
    /** The service points to another host. */
    ELSEWHERE(
            "Kontrollera adressen till tjänsten; den kan ha flyttat. Uppgifter hämtas aldrig från en annan värd än den angivna."),
    NOT_JSON("Kontrollera adressen, och att ingen inloggning eller spärr på nätet svarar i tjänstens ställe."),
    CUT_OFF("Hämta svaret på nytt. Är det en sparad fil, spara den på nytt."),
    UNEXPECTED_FORM("Tjänstens format kan ha ändrats. Spara svaret och anmäl felet; inget har lästs in."),
    CONTRADICTION(
            "Hämta på nytt. Står felet kvar, fråga den som ger ut uppgifterna vilket värde som gäller; inget har lästs in."),
    LOOP("Försök igen senare. Står felet kvar, anmäl det till den som driver tjänsten; inget har lästs in."),
    TOO_LARGE("Fråga efter mindre åt gången."),
    FILE("Kontrollera att filen eller mappen finns och får läsas."),
    STOPPED("Börja om när det passar; inget har lästs in.");

    private final String remedy;

    OpenDataFault(String remedy) {
        this.remedy = remedy;
    }

    /** What to do, in Swedish. */
    public String remedy() {
        return remedy;
    }
}
