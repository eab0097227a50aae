/** Kontor's server. Each package below is a noun of the product; this one only starts it. */
@NullMarked
package dev.kontor;

import org.jspecify.annotations.NullMarked;
