/** The whole product on one machine: emulators, functions and the page in one JVM. */
package io.github.idols.local.stack;
