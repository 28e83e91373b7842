/** Configs: what a user asks for, read from YAML and CSV with every problem named at once. */
@NullMarked
package org.etascope.experiments.config;

import org.jspecify.annotations.NullMarked;
