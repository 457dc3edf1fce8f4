package io.biggerbox.compiler;

import java.util.List;

/** Says what texts mean, so that texts about the same thing lie close together. */
@FunctionalInterface
public interface Teacher {
    /**
     * The meaning of each text, as numbers; all of the same length.
     *
     * @param texts none twice
     */
    List<float[]> meanings(List<String> texts) throws TeacherException;

    /** The teacher cannot work. */
    final class TeacherException extends Exception {
        private static final long serialVersionUID = 1;

        /** What kept it from working. */
        public TeacherException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
