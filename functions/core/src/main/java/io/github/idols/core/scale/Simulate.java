package io.github.idols.core.scale;

import io.github.idols.core.cost.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Lets videos go through the modelled pipeline: split, recognised chunk by chunk, named when the
 * last chunk is in, drawn chunk by chunk, joined. Deterministic: the same arguments give the same
 * result. Immutable and safe for use by several threads.
 */
public final class Simulate {
  private final Model model;

  public Simulate(Model model) {
    this.model = model;
  }

  /**
   * What came out.
   *
   * @param outcomes in the order of the films
   * @param busySeconds of all functions together, cold starts included
   */
  public record Result(List<Outcome> outcomes, double busySeconds) {
    public Result {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * Runs it.
   *
   * @param warm whether copies of the functions are there from the start, as many as there may be
   */
  public Result run(List<Film> films, boolean warm, long seed) {
    return new Run(warm, seed).of(films);
  }

  /** One run; its state is not seen outside. */
  private final class Run {
    private final Agenda agenda = new Agenda();
    private final Random random;
    private final Fleet splitter;
    private final Fleet recognizer;
    private final Fleet stitcher;
    private final Fleet renderer;
    private final List<Way> ways = new ArrayList<>();
    private double busy;

    Run(boolean warm, long seed) {
      random = new Random(seed);
      // Files that arrive start as many splitters as there are files.
      double light = model.coldStart().others();
      splitter = fleet(Growth.fixed(Integer.MAX_VALUE), light, warm);
      recognizer = fleet(model.workers(), model.coldStart().recognizer(), warm);
      stitcher = fleet(model.stitchers(), light, warm);
      renderer = model.shared() ? recognizer : fleet(model.workers(), light, warm);
    }

    private Fleet fleet(Growth growth, double coldStart, boolean warm) {
      return new Fleet(
          agenda, growth, coldStart, warm ? growth.most() : 0, seconds -> busy += seconds);
    }

    Result of(List<Film> films) {
      for (Film film : films) {
        Way way = new Way(film);
        ways.add(way);
        agenda.after(film.arrives(), way::begin);
      }
      agenda.run();
      return new Result(ways.stream().map(Way::outcome).toList(), busy);
    }

    /** A piece of work, after the message about it has come. */
    private void send(Fleet to, Step step, double videoSeconds, Runnable then) {
      double factor = 1 + model.spread() * (2 * random.nextDouble() - 1);
      double work = model.seconds(step, videoSeconds) * factor;
      agenda.after(model.message(), () -> to.take(work, then));
    }

    /** A film's way through. */
    private final class Way {
      private final Film film;
      private int recognized;
      private int rendered;
      private double first = Double.NaN;
      private double labelled = Double.NaN;
      private double done = Double.NaN;

      Way(Film film) {
        this.film = film;
      }

      void begin() {
        send(
            splitter,
            Step.SPLIT,
            film.seconds(),
            () ->
                film.chunks()
                    .forEach(chunk -> send(recognizer, Step.RECOGNIZE, chunk, this::recognized)));
      }

      private void recognized() {
        if (recognized == 0) {
          first = sinceArrival();
        }
        recognized++;
        if (recognized == film.chunks().size()) {
          send(stitcher, Step.NAME, film.seconds(), this::named);
        }
      }

      private void named() {
        labelled = sinceArrival();
        film.chunks().forEach(chunk -> send(renderer, Step.RENDER, chunk, this::rendered));
      }

      private void rendered() {
        rendered++;
        if (rendered == film.chunks().size()) {
          send(stitcher, Step.JOIN, film.seconds(), () -> done = sinceArrival());
        }
      }

      private double sinceArrival() {
        return agenda.now() - film.arrives();
      }

      Outcome outcome() {
        return new Outcome(first, labelled, done);
      }
    }
  }
}
