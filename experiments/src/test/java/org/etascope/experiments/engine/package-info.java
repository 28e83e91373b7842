@NullMarked
package org.etascope.experiments.engine;

import org.jspecify.annotations.NullMarked;
