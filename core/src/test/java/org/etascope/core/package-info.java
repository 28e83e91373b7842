/** What the tests of several packages start from. */
@NullMarked
package org.etascope.core;

import org.jspecify.annotations.NullMarked;
