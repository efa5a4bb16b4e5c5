/** A tall video that follows one person: which part of each frame it shows. */
package io.github.idols.core.fancam;
