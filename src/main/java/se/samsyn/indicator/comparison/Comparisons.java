package se.samsyn.indicator.comparison;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to comparisons. Whoever may read results may compare; nothing here is about persons. */
@Service
@Transactional(readOnly = true)
public class Comparisons {

    private final Boards boards;
    private final Speech speech;
    private final List<Painter> painters;

    Comparisons(Boards boards, Speech speech, List<Painter> painters) {
        this.boards = boards;
        this.speech = speech;
        this.painters = List.copyOf(painters);
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
