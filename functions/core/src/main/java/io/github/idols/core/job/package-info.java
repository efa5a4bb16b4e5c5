/** One uploaded video's way through: its state, its files, its messages, and each step of work. */
package io.github.idols.core.job;
