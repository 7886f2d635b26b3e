package se.samsyn.indicator.comparison;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.Definitions;
import se.samsyn.indicator.IndicatorKey;

/** The door to comparisons. Whoever may read results may compare; nothing here is about persons. */
@Service
@Transactional(readOnly = true)
public class Comparisons {

    private final Catalogue catalogue;
    private final Boards boards;
    private final Speech speech;
    private final List<Painter> painters;

    Comparisons(Catalogue catalogue, Boards boards, Speech speech, List<Painter> painters) {
        this.catalogue = catalogue;
        this.boards = boards;
        this.speech = speech;
        this.painters = List.copyOf(painters);
    }

    /**
     * What a place is held against where nothing else is asked for: those like it, but for what is computed from the own follow-up the own county,
     * since those like it may not follow up here.
     */
    public Against usual(IndicatorKey key) {
        return catalogue
                        .find(key)
                        .filter(one -> one.source().equals(Definitions.SOURCE))
                        .isPresent()
                ? Against.COUNTY
                : Against.SIMILAR;
    }

    /**
     * An answer: the picture asked for and what stands behind it.
     *
     * @throws se.samsyn.access.NotFoundOrDenied when there is no such indicator or place
     */
    public Answer answer(Question question) {
        Board board = boards.of(question);
        Painter painter = painters.stream()
                .filter(one -> one.view() == question.view())
                .findFirst()
                .orElseThrow();
        Picture picture = painter.paint(board);
        return Answer.of(board, board.showsMeans() ? picture.noting(speech.say("mean.note")) : picture);
    }
}
