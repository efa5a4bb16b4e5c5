package io.github.idols.local.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the page's port and that of its files are free, or used by the stack itself. */
public final class PortsCheck implements Check {
  private final int port;
  private final Optional<URI> running;

  /**
   * @param port of the page; files take the next one
   * @param running where a stack says that it is
   */
  public PortsCheck(int port, Optional<URI> running) {
    this.port = port;
    this.running = running;
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    for (int number : List.of(port, port + 1)) {
      findings.add(look(number));
    }
    return findings;
  }

  private Finding look(int number) {
    String topic = "port " + number;
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket socket = new ServerSocket(number, 1, here)) {
      return new Finding.Good(topic, "free at " + socket.getInetAddress().getHostAddress());
    } catch (IOException e) {
      return running
          .filter(address -> address.getPort() == port)
          .map(address -> (Finding) new Finding.Good(topic, "used by idols, at " + address))
          .orElseGet(
              () ->
                  new Finding.Wrong(
                      topic,
                      "cannot be had (" + e.getMessage() + ")",
                      "Stop what uses it, or give ./idols serve another one by --port."));
    }
  }
}
