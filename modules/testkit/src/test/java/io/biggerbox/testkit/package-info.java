@NullMarked
package io.biggerbox.testkit;

import org.jspecify.annotations.NullMarked;
