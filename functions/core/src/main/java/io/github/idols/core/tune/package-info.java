/** Choosing settings by clips whose truth is known: tolerances, and how sure a name is. */
package io.github.idols.core.tune;
