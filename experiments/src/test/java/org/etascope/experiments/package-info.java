@NullMarked
package org.etascope.experiments;

import org.jspecify.annotations.NullMarked;
