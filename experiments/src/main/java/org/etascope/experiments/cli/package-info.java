/** The command line: one command per verb. */
@NullMarked
package org.etascope.experiments.cli;

import org.jspecify.annotations.NullMarked;
