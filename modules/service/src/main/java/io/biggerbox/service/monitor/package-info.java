/** What operations see: whether the applications live and work, how far they are behind, what they gave up. */
@NullMarked
package io.biggerbox.service.monitor;

import org.jspecify.annotations.NullMarked;
