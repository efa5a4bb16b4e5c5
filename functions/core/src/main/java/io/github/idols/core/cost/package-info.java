/** What work on a video costs on Amazon's services, at list prices. */
package io.github.idols.core.cost;
