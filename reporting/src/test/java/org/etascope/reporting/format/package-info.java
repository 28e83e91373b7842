@NullMarked
package org.etascope.reporting.format;

import org.jspecify.annotations.NullMarked;
