package io.biggerbox.text.sentiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Valence of emoji and emoticons, from −4 to +4. Immutable. */
public final class Faces {
    private static final int VARIATION_SELECTOR = 0xfe0f;

    private final Map<Integer, Double> emoji;
    private final Map<String, Double> emoticons;

    private Faces(Map<Integer, Double> emoji, Map<String, Double> emoticons) {
        this.emoji = Map.copyOf(emoji);
        this.emoticons = Map.copyOf(emoticons);
    }

    /**
     * Reads {@code valence<TAB>faces separated by spaces}.
     *
     * @param lines without comments and empty lines
     */
    public static Faces of(List<String> lines) {
        Map<Integer, Double> emoji = new HashMap<>();
        Map<String, Double> emoticons = new HashMap<>();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            double valence = Double.parseDouble(line.substring(0, tab));
            for (String face : line.substring(tab + 1).split(" ", -1)) {
                if (face.charAt(0) < 128) {
                    emoticons.put(plain(face), valence);
                } else {
                    emoji.put(face.codePointAt(0), valence);
                }
            }
        }
        return new Faces(emoji, emoticons);
    }

    /**
     * How a face feels; 0 when unknown. Joined emoji and skin tones feel like their first part.
     *
     * @param form an emoji or emoticon token
     */
    public double valence(String form) {
        int first = form.codePointAt(0);
        if (first >= 128 && first != VARIATION_SELECTOR) {
            return emoji.getOrDefault(first, 0.0);
        }
        return emoticons.getOrDefault(plain(form), 0.0);
    }

    /** Noses and repeated mouths do not matter. */
    private static String plain(String emoticon) {
        StringBuilder out = new StringBuilder(4);
        for (int i = 0; i < emoticon.length(); i++) {
            char c = emoticon.charAt(i);
            boolean nose = i > 0 && (c == '-' || c == '^');
            boolean again = out.length() > 0 && out.charAt(out.length() - 1) == c;
            if (!nose && !again) {
                out.append(c == ';' || c == '=' ? ':' : c);
            }
        }
        return out.toString();
    }
}
