@NullMarked
package org.etascope.reporting.text;

import org.jspecify.annotations.NullMarked;
