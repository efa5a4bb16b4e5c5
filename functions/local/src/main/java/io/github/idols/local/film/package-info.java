/** What all films made here share: their picture format, sound and truth. */
package io.github.idols.local.film;
