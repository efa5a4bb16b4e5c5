/** Telling known people apart by a trained layer over embeddings, and keeping what was trained. */
package io.github.idols.core.classify;
