/** What would make a gallery better: its doubtful pictures, its gaps, the people it confuses. */
package io.github.idols.core.gallery.health;
