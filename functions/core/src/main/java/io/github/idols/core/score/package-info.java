/** How right labels are: tracks, screen time, mistakes, and how far the figures can be trusted. */
package io.github.idols.core.score;
