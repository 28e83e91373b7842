@NullMarked
package org.etascope.experiments.config;

import org.jspecify.annotations.NullMarked;
