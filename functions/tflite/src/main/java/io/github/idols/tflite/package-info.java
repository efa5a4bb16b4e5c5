/**
 * A DJL engine named {@code TFLite} over TensorFlow Lite 2.18 with XNNPACK.
 *
 * <p>Plain DJL code runs a {@code .tflite} file with it:
 *
 * <pre>{@code
 * Criteria<float[], float[]> criteria =
 *     Criteria.builder()
 *         .setTypes(float[].class, float[].class)
 *         .optModelPath(Path.of("model.tflite"))
 *         .optEngine("TFLite")
 *         .optTranslator(translator)
 *         .optOption("threads", "1")
 *         .build();
 * try (ZooModel<float[], float[]> model = criteria.loadModel();
 *     Predictor<float[], float[]> predictor = model.newPredictor()) {
 *   float[] answer = predictor.predict(question);
 * }
 * }</pre>
 *
 * <p>and {@code Model.newInstance(name, "TFLite")} with {@code load(InputStream, options)} one from
 * the class path. The options are the constants of {@link io.github.idols.tflite.TfLiteEngine}.
 *
 * <p><b>Threads.</b> A model may be shared; each thread makes a predictor of its own. A predictor
 * or the model's block that several threads use gives right answers too, the predictor one at a
 * time.
 *
 * <p><b>Memory.</b> A predictor's interpreters are freed when it is closed, the weights when the
 * model is; closing a model closes its predictors, each after the call that it is in. Nothing waits
 * for the garbage collector. In a translator, {@code manager.create} of a <em>direct</em> buffer
 * copies nothing, so a buffer that is refilled for every call costs one copy into the interpreter;
 * {@code output.toByteBuffer(true)} reads an output without a copy, and is valid until {@code
 * processOutput} returns. A call allocates about 3 kB and takes some microseconds more than the
 * interpreter itself.
 *
 * <p><b>Errors.</b> A file that is cut off, empty or something else is refused with DJL's {@code
 * MalformedModelException}; inputs that do not fit with an {@code IllegalArgumentException} that
 * says what the model takes and what it was given, which DJL's predictor wraps in a {@code
 * TranslateException}; use after closing with an {@code IllegalStateException}. TensorFlow Lite
 * writes reasons of its own to stderr. A model is trusted like a program, though: one that was made
 * to do harm may end the JVM.
 */
package io.github.idols.tflite;
