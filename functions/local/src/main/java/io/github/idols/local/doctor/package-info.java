/** Looks at a machine, or at a deployment, and says what is wrong and what to do about it. */
package io.github.idols.local.doctor;
