@NullMarked
package org.etascope.reporting.plot;

import org.jspecify.annotations.NullMarked;
