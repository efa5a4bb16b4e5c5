/** Test clips: films with truth made from anybody's pictures, to tune on and to report on. */
package io.github.idols.local.clips;
