/** The function that takes pictures into galleries. */
package io.github.idols.enroller;
