/** The points a network is fitted to. */
@NullMarked
package org.etascope.core.data;

import org.jspecify.annotations.NullMarked;
