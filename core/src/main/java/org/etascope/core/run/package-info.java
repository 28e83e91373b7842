/** Runs: what determines one, its identity, and what came of it. */
@NullMarked
package org.etascope.core.run;

import org.jspecify.annotations.NullMarked;
