package io.biggerbox.cli.evaluate;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.text.redaction.Redactor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How much of what somebody marked as personal is hidden. Parts of a file keep texts of one template together. */
final class RedactionEvaluation implements Evaluation {

    @Override
    public EvaluationReport measure(EvaluationInput input) throws IOException {
        Redactor redactor = Redactor.everything();
        List<PrivateText> texts = new ArrayList<>();
        new MarkedFile(input.file()).read((number, text, template, marked) -> {
            if (input.part().has(template)) {
                texts.add(new PrivateText(number, text, marked, redactor.find(text)));
            }
        });
        if (texts.isEmpty()) {
            throw new CommandFailedException(input.file() + " has no texts");
        }
        return new RedactionReport(new HiddenCharacters(texts), input.worst());
    }
}
