package io.github.idols.training;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.dataset.Batch;
import ai.djl.training.dataset.Dataset;
import ai.djl.translate.Batchifier;
import ai.djl.util.Progress;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Examples in batches, made when they are asked for: each epoch gets new copies of the faces.
 *
 * @param examples all of one epoch's
 * @param shape of one input
 * @param size examples of a batch
 * @param order shuffles them anew each epoch; without it they come as they are
 */
record Batches(List<Example> examples, Shape shape, int size, Optional<Random> order)
    implements Dataset {
  /**
   * One input, and whose it is.
   *
   * @param person the person's number
   * @param input makes the input, anew each time where copies are drawn by lot
   */
  record Example(int person, Supplier<float[]> input) {}

  @Override
  public Iterable<Batch> getData(NDManager manager) {
    List<Example> shuffled = new ArrayList<>(examples);
    order.ifPresent(random -> Collections.shuffle(shuffled, random));
    return () -> new BatchIterator(shuffled, manager);
  }

  @Override
  public void prepare(@Nullable Progress progress) {
    // Nothing is to be fetched.
  }

  private final class BatchIterator implements Iterator<Batch> {
    private final List<Example> shuffled;
    private final NDManager manager;
    private int at;

    BatchIterator(List<Example> shuffled, NDManager manager) {
      this.shuffled = shuffled;
      this.manager = manager;
    }

    @Override
    public boolean hasNext() {
      return at < shuffled.size();
    }

    @Override
    public Batch next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      List<Example> part = shuffled.subList(at, Math.min(shuffled.size(), at + size));
      at += part.size();
      FloatBuffer inputs = FloatBuffer.allocate(Math.toIntExact(part.size() * shape.size()));
      long[] people = new long[part.size()];
      for (int i = 0; i < people.length; i++) {
        inputs.put(part.get(i).input().get());
        people[i] = part.get(i).person();
      }
      inputs.flip();
      NDManager own = manager.newSubManager();
      return new Batch(
          own,
          new NDList(own.create(inputs, new Shape(people.length).addAll(shape))),
          new NDList(own.create(people)),
          people.length,
          Batchifier.STACK,
          Batchifier.STACK,
          at,
          shuffled.size());
    }
  }
}
