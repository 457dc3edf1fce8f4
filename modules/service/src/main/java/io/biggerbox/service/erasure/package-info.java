/** Erases customers: finds what is held of them, says so to the applications, and takes it off topics that are kept. */
@NullMarked
package io.biggerbox.service.erasure;

import org.jspecify.annotations.NullMarked;
