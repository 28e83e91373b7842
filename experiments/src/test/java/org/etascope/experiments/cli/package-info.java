@NullMarked
package org.etascope.experiments.cli;

import org.jspecify.annotations.NullMarked;
