package io.biggerbox.text;

import java.util.List;

/**
 * What one vendor reply does.
 *
 * @param redacted the reply with personal data replaced by markers
 * @param acts in text order; empty when the reply does none of the things that {@link ReplyTone} names
 */
public record ReplyReading(String redacted, List<ReplyAct> acts) {

    public ReplyReading {
        acts = List.copyOf(acts);
    }
}
