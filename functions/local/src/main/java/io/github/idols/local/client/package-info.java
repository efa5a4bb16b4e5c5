/** Speaks to the API as the page does. */
package io.github.idols.local.client;
