/**
 * Many runs at once, in the lanes of SIMD registers, bit for bit as the scalar trainer has them.
 */
@NullMarked
package org.etascope.core.ensemble;

import org.jspecify.annotations.NullMarked;
