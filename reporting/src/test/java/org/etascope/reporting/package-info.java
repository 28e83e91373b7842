@NullMarked
package org.etascope.reporting;

import org.jspecify.annotations.NullMarked;
