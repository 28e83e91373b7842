/** What two sweeps have different: fates, shares of fates, and bits. */
@NullMarked
package org.etascope.reporting.diff;

import org.jspecify.annotations.NullMarked;
