/** Training: how parameters change from step to step, and who watches. */
@NullMarked
package org.etascope.core.training;

import org.jspecify.annotations.NullMarked;
