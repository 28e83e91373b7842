@NullMarked
package org.etascope.experiments.store;

import org.jspecify.annotations.NullMarked;
