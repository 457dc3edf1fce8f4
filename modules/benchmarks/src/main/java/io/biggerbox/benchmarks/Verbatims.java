package io.biggerbox.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts of about one length, put together from sentences as customers write them. The same in every run. */
final class Verbatims {

    private static final String[] SENTENCES = {
        "The box was far too small for my shoes.",
        "I cannot log in since the update and nobody answers!",
        "Delivery took forever, still waiting for order 48213.",
        "Absolutely love the new design.",
        "Support was friendly but could not help me.",
        "Charged twice this month, I want my money back.",
        "How do I change my address?",
        "It stopped working after two weeks :(",
        "Please call me on 555 201 8847 or write to jo.miller@example.com.",
        "Great quality for the price, would buy again.",
        "The app keeps crashing on my phone when I open the camera.",
        "My name is Anna and I have been a customer for ten years.",
        "why is there no way to cancel my subscription online",
        "The colour is lovely although the fabric feels cheap.",
        "Thanks for the quick reply, everything is sorted now.",
        "Third time I ask for the same invoice, this is ridiculous.",
        "The manual says one thing and the website another.",
        "I'll switch to another provider if this doesn't get fixed.",
        "Not bad, not great either.",
        "Sooo happy with my purchase!!!"
    };

    private Verbatims() {}

    /**
     * Makes texts.
     *
     * @param count how many
     * @param length characters of each, about: the last sentence is cut at a space
     */
    static List<String> of(int count, int length) {
        Random random = new Random(length);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder(length + 80);
            while (text.length() < length) {
                text.append(SENTENCES[random.nextInt(SENTENCES.length)]).append(' ');
            }
            int end = text.lastIndexOf(" ", length);
            texts.add(text.substring(0, end));
        }
        return texts;
    }
}
