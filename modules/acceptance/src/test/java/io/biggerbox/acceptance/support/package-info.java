/** What the tests of the whole have in common. */
@org.jspecify.annotations.NullUnmarked
package io.biggerbox.acceptance.support;
