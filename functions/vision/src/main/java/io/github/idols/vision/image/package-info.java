/** Pixels for detectors and embedders: scaled, cropped and turned into RGB. */
package io.github.idols.vision.image;
