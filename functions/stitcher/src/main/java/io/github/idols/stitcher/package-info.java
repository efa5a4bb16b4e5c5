/** The function that joins what the workers of all chunks of a video made. */
package io.github.idols.stitcher;
