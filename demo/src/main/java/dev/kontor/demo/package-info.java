/** {@code ./kontor demo}: two organizations at work on real pictures, told to a running server by its REST interface. */
@NullMarked
package dev.kontor.demo;

import org.jspecify.annotations.NullMarked;
