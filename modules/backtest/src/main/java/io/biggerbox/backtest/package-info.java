/** Replays history through the production topologies, fast and without a broker. */
@NullMarked
package io.biggerbox.backtest;

import org.jspecify.annotations.NullMarked;
