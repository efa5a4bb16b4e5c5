/** The function that shares an uploaded video out among workers. */
package io.github.idols.splitter;
