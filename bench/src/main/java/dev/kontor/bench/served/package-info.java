/** What the measured server answers besides the product: never on the class path of any other. */
@NullMarked
package dev.kontor.bench.served;

import org.jspecify.annotations.NullMarked;
