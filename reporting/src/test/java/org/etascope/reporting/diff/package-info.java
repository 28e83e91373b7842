@NullMarked
package org.etascope.reporting.diff;

import org.jspecify.annotations.NullMarked;
