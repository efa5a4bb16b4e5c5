/** Text that people typed. */
package io.github.idols.core.text;
