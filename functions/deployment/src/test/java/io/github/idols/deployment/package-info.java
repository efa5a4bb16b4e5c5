/** Deploys template.yaml to an emulator, and uses what comes out as a fan and an operator do. */
package io.github.idols.deployment;
