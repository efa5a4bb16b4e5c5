/** The function that draws labels on one chunk of a video. */
package io.github.idols.renderer;
