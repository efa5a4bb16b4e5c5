/** Files in a binary form of our own, between steps of the work: compact, exact, versioned. */
package io.github.idols.core.binary;
