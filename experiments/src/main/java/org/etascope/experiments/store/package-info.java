/** Where results live: the database of runs, the lock on it, and the report's folder. */
@NullMarked
package org.etascope.experiments.store;

import org.jspecify.annotations.NullMarked;
