package io.github.idols.core.scale;

/**
 * When a video got where, in seconds after its arrival.
 *
 * @param first labels of some seconds can be seen
 * @param labelled the labels of all of it are there
 * @param done the annotated video is there
 */
public record Outcome(double first, double labelled, double done) {}
