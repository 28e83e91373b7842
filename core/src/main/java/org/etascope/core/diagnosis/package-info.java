/** Judgements over a training: where the loss rose, by how much, and what became of the network. */
@NullMarked
package org.etascope.core.diagnosis;

import org.jspecify.annotations.NullMarked;
