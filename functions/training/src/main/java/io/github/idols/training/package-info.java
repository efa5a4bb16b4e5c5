/**
 * Fine-tunes the face network: PyTorch through DJL, in a process of its own. No class here may be
 * on the class path of what serves.
 */
@NullMarked
package io.github.idols.training;

import org.jspecify.annotations.NullMarked;
