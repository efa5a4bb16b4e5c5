/** The demo: a gallery and a music video made of real faces, with the truth about them. */
package io.github.idols.local.demo;
