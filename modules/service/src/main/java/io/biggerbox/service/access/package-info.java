/** Who may do what with the topics, as Kafka's access control lists. */
@NullMarked
package io.biggerbox.service.access;

import org.jspecify.annotations.NullMarked;
