/** Serves the page and takes the API's requests, on this machine alone. */
package io.github.idols.local.web;
