/** Pictures of a sweep as SVG: the same bytes on every machine, legible on light and dark pages. */
@NullMarked
package org.etascope.reporting.plot;

import org.jspecify.annotations.NullMarked;
