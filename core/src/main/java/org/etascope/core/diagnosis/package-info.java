/**
 * Judgements over a training: where the loss certainly rose, by how much, and why, and what the run
 * did as a whole. The definitions and their derivations are in {@code docs/verdicts.md}.
 */
@NullMarked
package org.etascope.core.diagnosis;

import org.jspecify.annotations.NullMarked;
