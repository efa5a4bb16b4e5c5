package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What may not be where videos are labelled. This module's class path has all that the functions'
 * zips have, and the command line's and the stack's besides.
 */
class ServingClassPathTest {
  private static List<String> jarsWith(String resource) {
    return ServingClassPathTest.class
        .getClassLoader()
        .resources(resource)
        .map(Object::toString)
        .toList();
  }

  @Test
  void nothingOfPyTorchOrOfTheTrainingIsServed() {
    for (String resource :
        List.of(
            "ai/djl/pytorch/engine/PtEngineProvider.class",
            "ai/djl/pytorch/jni/JniUtils.class",
            "native/lib/pytorch.properties",
            "io/github/idols/training/Main.class")) {
      assertEquals(List.of(), jarsWith(resource), resource);
    }
  }

  @Test
  void tensorFlowLiteIsTheEngineThatServes() {
    assertTrue(Engine.getAllEngines().contains("TFLite"));
    assertFalse(Engine.getAllEngines().contains("PyTorch"));
  }

  @Test
  void allHandlersAreLookedAt() {
    for (String handler :
        List.of("splitter", "recognizer", "stitcher", "renderer", "enroller", "api")) {
      String name = Character.toUpperCase(handler.charAt(0)) + handler.substring(1) + "Handler";
      assertEquals(1, jarsWith("io/github/idols/" + handler + "/" + name + ".class").size(), name);
    }
  }
}
