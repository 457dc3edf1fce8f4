/** Fixtures for tests of the whole stream, without a broker and without waiting. */
@NullMarked
package io.biggerbox.testkit;

import org.jspecify.annotations.NullMarked;
