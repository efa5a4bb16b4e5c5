package io.github.idols.local;

import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows progress on the terminal: on a screen one line that is drawn again and again, elsewhere a
 * new line every few seconds. Safe for use by several threads.
 */
final class ProgressBar implements Progress, AutoCloseable {
  private static final long SCREEN_NANOS = 100_000_000L;
  private static final long LINE_NANOS = 5_000_000_000L;
  private static final int CELLS = 24;

  /** Elsewhere than on a screen, a shorter phase is not worth a line of its own. */
  private static final long BRIEF_NANOS = 1_000_000_000L;

  /** Before that much of a phase is done, a guess of the time left would jump about. */
  private static final double ENOUGH_TO_GUESS = 0.02;

  private final Terminal terminal;
  private final LongSupplier nanoTime;

  private String name = "";
  private String unit = "";
  private long total;
  private double perSecond;
  private long done;
  private long started;
  private long shown;
  private int width;

  /**
   * Makes a bar that shows nothing yet.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  ProgressBar(Terminal terminal, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized void begin(String name, long total, String unit, double perSecond) {
    end();
    this.name = name;
    this.total = total;
    this.unit = unit;
    this.perSecond = perSecond;
    done = 0;
    started = nanoTime.getAsLong();
    shown = started;
    if (terminal.redraws()) {
      show(started);
    }
  }

  @Override
  public synchronized void done(long steps) {
    if (name.isEmpty()) {
      return;
    }
    done = steps;
    long now = nanoTime.getAsLong();
    if (now - shown >= (terminal.redraws() ? SCREEN_NANOS : LINE_NANOS)) {
      shown = now;
      show(now);
    }
  }

  /** Leaves the finished phase's line standing. */
  @Override
  public synchronized void end() {
    if (name.isEmpty()) {
      return;
    }
    total = done;
    long now = nanoTime.getAsLong();
    if (terminal.redraws() || now - started >= BRIEF_NANOS) {
      show(now);
    }
    if (terminal.redraws()) {
      terminal.err().println();
    }
    name = "";
    width = 0;
  }

  /** Where a phase was cut short: an error message must not stand behind its bar. */
  @Override
  public synchronized void close() {
    if (!name.isEmpty() && terminal.redraws()) {
      terminal.err().println();
    }
    name = "";
  }

  private void show(long now) {
    String line = line((now - started) / 1e9);
    if (terminal.redraws()) {
      // Blanks wipe what a longer line left.
      terminal.err().print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
      width = line.length();
    } else {
      terminal.err().println(line);
    }
    terminal.err().flush();
  }

  private String line(double seconds) {
    double share = total > 0 ? Math.min(1, (double) done / total) : done > 0 ? 1 : 0;
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%-8s ", name));
    if (terminal.redraws()) {
      int full = (int) Math.round(share * CELLS);
      line.append('[').append("#".repeat(full)).append("-".repeat(CELLS - full)).append("] ");
    }
    line.append(String.format(Locale.ROOT, "%3d %%  %d", (int) (share * 100), done));
    if (done < total) {
      line.append('/').append(total);
    }
    line.append(' ').append(unit);
    if (perSecond > 0 && seconds > 0) {
      line.append(String.format(Locale.ROOT, "  %.1f x real time", done / perSecond / seconds));
    }
    if (done >= total) {
      line.append("  in ").append(clock(seconds));
    } else if (share >= ENOUGH_TO_GUESS) {
      line.append("  ").append(clock(seconds * (1 - share) / share)).append(" left");
    }
    return line.toString();
  }

  private static String clock(double seconds) {
    long s = Math.round(seconds);
    return s < 3600
        ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
  }
}
