package org.etascope.experiments.config;

import java.util.Optional;
import org.etascope.core.data.Dataset;

/**
 * The points that a data section names, in original units.
 *
 * @param data the rows used
 * @param validation the points of the validation file, if there is one
 */
record LoadedData(Dataset data, Optional<Dataset> validation) {}
