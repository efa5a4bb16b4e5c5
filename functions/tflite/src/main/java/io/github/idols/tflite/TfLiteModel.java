package io.github.idols.tflite;

import ai.djl.BaseModel;
import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.translate.Translator;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * A model of the engine; may be shared by many threads once it is loaded.
 *
 * <p>Closing it closes its predictors too, each after the call that it is in.
 */
final class TfLiteModel extends BaseModel {
  private static final String SUFFIX = ".tflite";

  private @Nullable SessionPool pool;

  TfLiteModel(String name, NDManager manager) {
    super(name);
    this.manager = manager;
    manager.setName("model");
    dataType = DataType.FLOAT32;
  }

  /**
   * Loads a {@code .tflite} file.
   *
   * @param modelPath the file, or a directory with one of that name, or with one file of that kind
   * @param prefix the file's name in the directory, with or without its ending
   * @throws FileNotFoundException when there is none
   * @throws MalformedModelException when it is not a model that can be run
   * @throws IllegalArgumentException when an option is wrong, or the model cannot take it
   */
  @Override
  public void load(Path modelPath, @Nullable String prefix, @Nullable Map<String, ?> options)
      throws IOException, MalformedModelException {
    Path file = find(modelPath, prefix == null ? modelName : prefix);
    // Read, not mapped: a mapped file that somebody cuts off takes the JVM down with it.
    try (FileChannel channel = FileChannel.open(file)) {
      BytePointer bytes = allocate(channel.size());
      ByteBuffer buffer = bytes.asByteBuffer();
      try {
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
      } catch (IOException e) {
        bytes.deallocate();
        throw e;
      }
      if (buffer.hasRemaining()) {
        bytes.deallocate();
        throw new IOException("the model " + file + " became shorter while it was read");
      }
      load(bytes, options);
    }
    Path directory = file.toAbsolutePath().getParent();
    setModelDir(directory == null ? file : directory);
  }

  private static Path find(Path path, String name) throws IOException {
    if (Files.isRegularFile(path)) {
      return path;
    }
    for (String candidate : List.of(name, name + SUFFIX)) {
      if (Files.isRegularFile(path.resolve(candidate))) {
        return path.resolve(candidate);
      }
    }
    if (Files.isDirectory(path)) {
      try (Stream<Path> entries = Files.list(path)) {
        List<Path> models = entries.filter(p -> p.toString().endsWith(SUFFIX)).toList();
        if (models.size() == 1) {
          return models.get(0);
        }
      }
    }
    throw new FileNotFoundException("there is no model " + name + SUFFIX + " at " + path);
  }

  /**
   * Loads a model from a stream, for instance of a resource on the class path; the caller closes
   * the stream.
   *
   * @throws MalformedModelException when it is not a model that can be run
   * @throws IllegalArgumentException when an option is wrong, or the model cannot take it
   */
  @Override
  public void load(InputStream is, @Nullable Map<String, ?> options)
      throws IOException, MalformedModelException {
    byte[] read = is.readAllBytes();
    load(allocate(read.length).put(read), options);
  }

  private BytePointer allocate(long size) throws MalformedModelException {
    if (size == 0) {
      throw new MalformedModelException("the model " + modelName + " is empty");
    }
    if (size > Integer.MAX_VALUE) {
      throw new MalformedModelException(
          "the model " + modelName + " has " + size + " bytes; the format ends at 2 GB");
    }
    return new BytePointer(size);
  }

  private void load(BytePointer bytes, @Nullable Map<String, ?> given)
      throws MalformedModelException {
    Options options;
    try {
      if (block != null) {
        throw new IllegalStateException("the model " + modelName + " already has a block");
      }
      requireOpen();
      options = Options.of(given);
    } catch (RuntimeException e) {
      bytes.deallocate();
      throw e;
    }
    NativeModel loaded = new NativeModel(modelName, bytes, options);
    SessionPool sessions = new SessionPool(loaded);
    try {
      block = describe(loaded, sessions);
      dataType = loaded.inputs().get(0).dataType();
      manager.attachInternal("model", loaded);
      manager.attachInternal("pool", sessions);
      pool = sessions;
      wasLoaded = true;
    } finally {
      if (pool == null) {
        sessions.close();
        loaded.close();
      }
    }
  }

  /** Makes the first interpreter where shapes are asked for, so that a wrong one shows at once. */
  private static Block describe(NativeModel model, SessionPool sessions) {
    List<Shape> shapes = model.options().inputShapes();
    if (shapes.isEmpty()) {
      return new TfLiteSymbolBlock(sessions, model.inputs(), model.outputs());
    }
    Session first = sessions.take();
    Shape[] outputShapes;
    try {
      outputShapes = first.prepare(shapes);
    } finally {
      sessions.put(first);
    }
    return new TfLiteSymbolBlock(
        sessions,
        reshaped(model.inputs(), shapes),
        reshaped(model.outputs(), List.of(outputShapes)));
  }

  private static List<TensorSpec> reshaped(List<TensorSpec> specs, List<Shape> shapes) {
    List<TensorSpec> reshaped = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      TensorSpec spec = specs.get(i);
      reshaped.add(new TensorSpec(spec.name(), spec.dataType(), shapes.get(i)));
    }
    return reshaped;
  }

  private void requireOpen() {
    if (!manager.isOpen()) {
      throw new IllegalStateException("the model " + modelName + " is closed; load it again");
    }
  }

  /**
   * Makes a predictor for one thread, with interpreters of its own; close it.
   *
   * @throws IllegalStateException when the model is closed or was never loaded
   */
  @Override
  public <I, O> Predictor<I, O> newPredictor(Translator<I, O> translator, Device device) {
    requireOpen();
    if (pool == null || !(block instanceof TfLiteSymbolBlock own)) {
      throw new IllegalStateException("the model " + modelName + " is not loaded; call load first");
    }
    Session session = pool.take();
    return new TfLitePredictor<>(this, translator, device, own.with(session)).owning(session);
  }

  @Override
  public void save(Path modelPath, String newModelName) {
    throw new UnsupportedOperationException("copy the model's file instead");
  }
}
