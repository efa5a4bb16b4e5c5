/** Names and boxes drawn on frames, frames encoded, chunks joined: the labelled video. */
package io.github.idols.vision.render;
