/** The server's process is killed while it works; what it had acknowledged is whole when it is back. */
@NullMarked
package dev.kontor.crash;

import org.jspecify.annotations.NullMarked;
