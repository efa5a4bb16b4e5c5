/** A model of the pipeline on Lambda: how long videos take, by simulation. */
package io.github.idols.core.scale;
