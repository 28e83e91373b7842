@NullMarked
package org.etascope.experiments.plan;

import org.jspecify.annotations.NullMarked;
