package io.github.idols.training;

import io.github.idols.core.classify.TrainedModel;
import io.github.idols.core.classify.TrainingFaces;
import io.github.idols.core.json.JsonWriter;
import java.io.IOException;
import java.util.List;

/** The model's card: how it was trained and tested, as JSON. */
final class ReportJson {
  private ReportJson() {}

  /**
   * Writes it.
   *
   * @param base checksum of the network that was tuned
   */
  static String of(Report report, String base) throws IOException {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text);
    json.beginObject().name("base").value("MobileFaceNet, SHA-256 " + base);
    json.name("input").value(TrainedModel.INPUT);
    json.name("people").beginArray().lineFeed();
    for (TrainingFaces person : report.job().people()) {
      json.beginObject().name("name").value(person.name());
      json.name("training").value(person.training().size());
      json.name("test").value(person.test().size()).endObject().lineFeed();
    }
    json.endArray().lineFeed();
    json.name("settings").beginObject();
    json.name("epochs").value(report.job().settings().epochs());
    json.name("learningRate").value(report.job().settings().learningRate(), 9);
    json.name("freeze").value(report.job().settings().freeze());
    json.name("seed").value(report.job().settings().seed()).endObject().lineFeed();
    json.name("epochs").beginArray().lineFeed();
    for (Epoch epoch : report.tuned().epochs()) {
      json.beginObject().name("stage").value(epoch.stage()).name("epoch").value(epoch.number());
      json.name("loss").value(epoch.loss(), 5).name("accuracy").value(epoch.accuracy(), 5);
      json.name("heldBackLoss").value(epoch.heldLoss(), 5);
      json.name("heldBackAccuracy").value(epoch.heldAccuracy(), 5).endObject().lineFeed();
    }
    json.endArray().lineFeed();
    json.name("keptEpochOfStage2").value(report.tuned().best());
    json.name("gate").beginObject().name("threshold").value(report.gate().threshold(), 6);
    json.name("midpoint").value(report.gate().midpoint(), 6);
    json.name("steepness").value(report.gate().steepness(), 6).endObject().lineFeed();
    result(json, "stage1Training", report.firstTraining());
    result(json, "stage1Test", report.firstTest());
    result(json, "training", report.training());
    result(json, "test", report.test());
    json.name("testWithGate").beginObject().name("right").value(report.gated().right());
    json.name("wrong").value(report.gated().wrong());
    json.name("unknown").value(report.gated().unknown()).endObject().lineFeed();
    json.name("servedAndTrainedCosine").value(report.tuned().agreement(), 9);
    json.endObject();
    return text.append('\n').toString();
  }

  private static void result(JsonWriter json, String name, Result result) throws IOException {
    json.name(name).beginObject().name("right").value(result.right());
    json.name("all").value(result.all()).name("confusion").beginArray();
    for (List<Integer> row : result.times()) {
      json.beginArray();
      for (int n : row) {
        json.value(n);
      }
      json.endArray();
    }
    json.endArray().endObject().lineFeed();
  }
}
