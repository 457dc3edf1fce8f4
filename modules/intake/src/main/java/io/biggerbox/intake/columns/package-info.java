/** The column map: a YAML file that says which column of somebody's export is which field of an event. */
@NullMarked
package io.biggerbox.intake.columns;

import org.jspecify.annotations.NullMarked;
