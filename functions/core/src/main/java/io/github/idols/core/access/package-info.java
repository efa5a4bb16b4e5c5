/** Who may read and change what: unguessable ids, and secrets of which only a hash is kept. */
package io.github.idols.core.access;
