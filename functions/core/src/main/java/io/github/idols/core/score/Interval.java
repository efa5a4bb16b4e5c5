package io.github.idols.core.score;

/**
 * Between what a figure is to be expected on other shots of the kind, 19 times of 20.
 *
 * @param figure its name, as in {@link io.github.idols.core.label.Evaluation#lines}
 * @param low in percent
 * @param high in percent
 */
public record Interval(String figure, double low, double high) {}
