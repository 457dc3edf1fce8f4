@NullMarked
package io.biggerbox.devstack;

import org.jspecify.annotations.NullMarked;
