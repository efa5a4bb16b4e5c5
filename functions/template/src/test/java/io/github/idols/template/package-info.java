/** Checks of what is deployed. */
package io.github.idols.template;
