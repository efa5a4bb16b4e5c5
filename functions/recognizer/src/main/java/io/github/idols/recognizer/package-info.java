/** The function that follows the faces of one chunk of a video. */
package io.github.idols.recognizer;
