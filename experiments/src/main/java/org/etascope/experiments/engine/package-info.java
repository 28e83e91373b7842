/** Training of a plan's runs on all cores. */
@NullMarked
package org.etascope.experiments.engine;

import org.jspecify.annotations.NullMarked;
