/** Numbers and untrusted text as every document writes them. */
@NullMarked
package org.etascope.reporting.text;

import org.jspecify.annotations.NullMarked;
