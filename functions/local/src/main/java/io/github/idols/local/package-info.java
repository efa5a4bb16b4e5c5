/** The command line, on one machine. */
package io.github.idols.local;
