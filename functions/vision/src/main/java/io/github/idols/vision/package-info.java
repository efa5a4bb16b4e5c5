/** Faces found, aligned and embedded; video read, drawn on, written and joined. */
package io.github.idols.vision;
