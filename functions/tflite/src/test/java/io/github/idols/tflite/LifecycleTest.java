package io.github.idols.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

/** Threads, closing and memory. */
class LifecycleTest {
  private static final Shape FACE = new Shape(1, 48, 48, 3);
  private static final int THREADS = 8;

  private static List<float[]> once(Model model, Shape shape) throws Exception {
    try (Predictor<FloatBuffer, List<float[]>> predictor =
        model.newPredictor(Models.floats(shape))) {
      return predictor.predict(Models.sines(shape));
    }
  }

  /** Runs a task in some threads at a time. */
  private static <T> List<T> inThreads(Callable<T> task) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : executor.invokeAll(Collections.nCopies(THREADS, task))) {
        results.add(future.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void threadsWithPredictorsOfTheirOwnAnswerAlike() throws Exception {
    Shape pair = new Shape(2, 112, 112, 3);
    try (Model model = Models.load("mobilefacenet", Map.of())) {
      float[] expected = once(model, pair).get(0);

      List<List<float[]>> answers =
          inThreads(
              () -> {
                List<float[]> mine = new ArrayList<>();
                try (Predictor<FloatBuffer, List<float[]>> predictor =
                    model.newPredictor(Models.floats(pair))) {
                  for (int i = 0; i < 5; i++) {
                    mine.add(predictor.predict(Models.sines(pair)).get(0));
                  }
                }
                return mine;
              });

      answers.forEach(mine -> mine.forEach(answer -> assertArrayEquals(expected, answer)));
    }
  }

  @Test
  void oneBlockAndOnePredictorMayBeSharedByThreads() throws Exception {
    try (Model model = Models.load("mtcnn-onet", Map.of());
        Predictor<FloatBuffer, List<float[]>> predictor = model.newPredictor(Models.floats(FACE))) {
      float[] expected = once(model, FACE).get(2);

      inThreads(
          () -> {
            for (int i = 0; i < 50; i++) {
              try (NDManager manager = model.getNDManager().newSubManager()) {
                NDList inputs = new NDList(manager.create(Models.sines(FACE), FACE));
                ParameterStore none = new ParameterStore(manager, false);
                NDList outputs = model.getBlock().forward(none, inputs, false);
                assertArrayEquals(expected, outputs.get(2).toFloatArray());
              }
              assertArrayEquals(expected, predictor.predict(Models.sines(FACE)).get(2));
            }
            return null;
          });
    }
  }

  @Test
  void closingTwiceDoesNothing() throws Exception {
    Model model = Models.load("mtcnn-onet", Map.of());
    Predictor<FloatBuffer, List<float[]>> predictor = model.newPredictor(Models.floats(FACE));
    predictor.predict(Models.sines(FACE));
    predictor.close();
    predictor.close();
    model.close();
    model.close();
    predictor.close();

    assertTrue(!model.getNDManager().isOpen());
  }

  @Test
  void aClosedPredictorSaysSo() throws Exception {
    try (Model model = Models.load("mtcnn-onet", Map.of())) {
      Predictor<FloatBuffer, List<float[]>> predictor = model.newPredictor(Models.floats(FACE));
      predictor.close();

      IllegalStateException e =
          assertThrows(IllegalStateException.class, () -> predictor.predict(Models.sines(FACE)));
      assertEquals(
          "the predictor is closed, or its model mtcnn-onet is; make a new one", e.getMessage());
    }
  }

  @Test
  void aClosedModelClosesItsPredictorsAndMakesNoNewOnes() throws Exception {
    Model model = Models.load("mtcnn-onet", Map.of());
    Predictor<FloatBuffer, List<float[]>> predictor = model.newPredictor(Models.floats(FACE));
    predictor.predict(Models.sines(FACE));
    model.close();

    assertThrows(IllegalStateException.class, () -> predictor.predict(Models.sines(FACE)));
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> model.newPredictor(Models.floats(FACE)));
    assertEquals("the model mtcnn-onet is closed; load it again", e.getMessage());
  }

  @Test
  void aModelThatWasNotLoadedSaysSo() {
    try (Model model = Model.newInstance("empty", TfLiteEngine.NAME)) {
      IllegalStateException e =
          assertThrows(IllegalStateException.class, () -> model.newPredictor(Models.floats(FACE)));
      assertEquals("the model empty is not loaded; call load first", e.getMessage());
    }
  }

  @Test
  void aModelIsLoadedOnce() throws Exception {
    try (Model model = Models.load("mtcnn-rnet", Map.of())) {
      assertThrows(
          IllegalStateException.class,
          () -> model.load(new ByteArrayInputStream(Models.bytes("mtcnn-onet"))));
    }
  }

  @Test
  void closingAModelUnderRunningPredictionsEndsThemInOrder() throws Exception {
    for (int round = 0; round < 5; round++) {
      Model model = Models.load("mtcnn-onet", Map.of());
      CountDownLatch running = new CountDownLatch(THREADS);
      ExecutorService executor = Executors.newFixedThreadPool(THREADS);
      List<Future<Exception>> ends = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Predictor<FloatBuffer, List<float[]>> predictor = model.newPredictor(Models.floats(FACE));
        ends.add(
            executor.submit(
                () -> {
                  FloatBuffer face = Models.sines(FACE);
                  predictor.predict(face);
                  running.countDown();
                  try {
                    while (!Thread.interrupted()) {
                      predictor.predict(face);
                    }
                    return new InterruptedException();
                  } catch (IllegalStateException | TranslateException e) {
                    return e;
                  }
                }));
      }
      running.await();
      model.close();

      for (Future<Exception> end : ends) {
        Exception e = end.get();
        assertInstanceOf(
            IllegalStateException.class, e instanceof TranslateException ? e.getCause() : e);
      }
      executor.shutdownNow();
    }
  }

  @Test
  void outputsMayOutliveTheNextPredictionAndTheModel() throws Exception {
    Shape other = new Shape(2, 48, 48, 3);
    NDList kept;
    float[] expected;
    try (Model model = Models.load("mtcnn-onet", Map.of());
        Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator());
        NDManager manager = model.getNDManager().newSubManager()) {
      kept = predictor.predict(new NDList(manager.create(Models.sines(FACE), FACE)));
      kept.detach();
      expected = kept.get(2).toFloatArray();
      for (int i = 0; i < 3; i++) {
        predictor.predict(new NDList(manager.zeros(FACE))).close();
        predictor.predict(new NDList(manager.create(Models.sines(other), other))).close();
      }
    }
    assertArrayEquals(expected, kept.get(2).toFloatArray());
    NDArray last = kept.get(2);
    kept.close();
    assertThrows(IllegalStateException.class, last::toFloatArray);
  }

  @Test
  void memoryIsFreedWithoutTheGarbageCollector() throws Exception {
    // The activations of one interpreter for this shape take some 20 MB.
    Shape picture = new Shape(1, 360, 640, 3);
    FloatBuffer input = Models.sines(picture);
    long before = 0;
    for (int i = 0; i < 33; i++) {
      try (Model model = Models.load("mtcnn-pnet", Map.of());
          Predictor<FloatBuffer, List<float[]>> predictor =
              model.newPredictor(Models.floats(picture))) {
        predictor.predict(input);
      }
      if (i == 2) {
        before = Pointer.physicalBytes();
      }
    }
    long grown = Pointer.physicalBytes() - before;
    assertTrue(grown < 300_000_000L, () -> "30 models left " + grown + " bytes behind");
  }

  @Test
  void aPredictionOnDirectMemoryAllocatesNothingOfTheFramesSize() throws Exception {
    Shape picture = new Shape(1, 360, 640, 3);
    FloatBuffer input = Models.sines(picture);
    ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    long directBefore = directMemory();
    try (Model model = Models.load("mtcnn-pnet", Map.of());
        Predictor<FloatBuffer, Float> predictor = model.newPredictor(new FirstValue(picture))) {
      predictor.predict(input);
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 10; i++) {
        predictor.predict(input);
      }
      long each = (threads.getCurrentThreadAllocatedBytes() - before) / 10;

      assertTrue(each < 20_000, () -> "a prediction allocated " + each + " bytes");
      // Less, when memory of an earlier test is collected meanwhile.
      assertTrue(directMemory() <= directBefore);
    }
  }

  private static long directMemory() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }

  /** Reads an output where it lies. */
  private record FirstValue(Shape shape) implements NoBatchifyTranslator<FloatBuffer, Float> {
    @Override
    public NDList processInput(TranslatorContext context, FloatBuffer input) {
      return new NDList(context.getNDManager().create(input, shape));
    }

    @Override
    public Float processOutput(TranslatorContext context, NDList outputs) {
      return outputs.get(1).toByteBuffer(true).getFloat(0);
    }
  }
}
