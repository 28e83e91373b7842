@NullMarked
package org.etascope.reporting.summary;

import org.jspecify.annotations.NullMarked;
