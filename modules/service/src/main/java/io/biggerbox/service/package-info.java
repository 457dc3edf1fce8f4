/** Runs the applications: configuration, topics, life cycle. */
@NullMarked
package io.biggerbox.service;

import org.jspecify.annotations.NullMarked;
