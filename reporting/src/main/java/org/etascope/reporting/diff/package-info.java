/**
 * What two sweeps have different: fates, shares of fates, and bits; and what the etas of one have.
 */
@NullMarked
package org.etascope.reporting.diff;

import org.jspecify.annotations.NullMarked;
