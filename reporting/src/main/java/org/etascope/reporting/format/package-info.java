/** The documents that a sweep leaves: runs in, text out, the same bytes in every locale. */
@NullMarked
package org.etascope.reporting.format;

import org.jspecify.annotations.NullMarked;
