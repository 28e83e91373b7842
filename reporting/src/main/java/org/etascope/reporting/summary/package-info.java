/** What the runs of a sweep say together: counts, proportions, losses and judged expectations. */
@NullMarked
package org.etascope.reporting.summary;

import org.jspecify.annotations.NullMarked;
