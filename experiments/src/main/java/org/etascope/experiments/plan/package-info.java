/** From a config to the runs it asks for. */
@NullMarked
package org.etascope.experiments.plan;

import org.jspecify.annotations.NullMarked;
