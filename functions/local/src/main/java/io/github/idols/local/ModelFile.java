package io.github.idols.local;

import io.github.idols.core.binary.DamagedFileException;
import io.github.idols.core.classify.TrainedModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A trained model as it lies on the disk. */
final class ModelFile {
  private ModelFile() {}

  /**
   * Reads one.
   *
   * @throws UserError when there is none, or it is something else
   */
  static TrainedModel read(Path file) throws UserError {
    if (!Files.isRegularFile(file)) {
      throw new UserError("there is no model " + file + ": make one with ./idols train");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return TrainedModel.read(in);
    } catch (DamagedFileException e) {
      throw new UserError(
          file + ": " + e.getMessage() + "; name a zip that ./idols train wrote", e);
    } catch (IOException e) {
      throw UserError.of(e);
    }
  }
}
