/**
 * Exported files of real tools become events: {@link io.biggerbox.intake.Importer} reads a file row by row, maps each
 * row to a review, a ticket or a survey answer, and says of every row it could not use which field was wrong and why.
 *
 * <p>No row is lost silently, no row stops the others, and the same file gives the same bytes every time.
 */
@NullMarked
package io.biggerbox.intake;

import org.jspecify.annotations.NullMarked;
