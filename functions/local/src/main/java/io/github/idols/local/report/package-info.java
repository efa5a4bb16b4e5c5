/** A score as a page to look at and to pass on. */
package io.github.idols.local.report;
