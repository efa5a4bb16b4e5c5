/** Fancams of finished jobs: asked for, cut by the renderers, joined by the stitcher. */
package io.github.idols.core.job.fancam;
