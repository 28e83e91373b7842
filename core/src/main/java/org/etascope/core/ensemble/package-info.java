/**
 * Training in the lanes of SIMD registers, bit for bit as the scalar trainer has it: many runs at
 * once, or one run too large for one core and its caches.
 */
@NullMarked
package org.etascope.core.ensemble;

import org.jspecify.annotations.NullMarked;
