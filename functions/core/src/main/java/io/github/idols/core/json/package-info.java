/** Writing JSON by hand: the core imports the JDK only. */
package io.github.idols.core.json;
