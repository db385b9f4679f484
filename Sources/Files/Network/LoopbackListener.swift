/// Takes connections from this machine, and from no other.
package struct LoopbackListener: Sendable {
  private let socket: Int32
  /// Where it listens.
  package let port: Int

  /// Listens on `port` of 127.0.0.1; on one that is free when it is 0.
  ///
  /// - Throws: the reason alone; `.system(98)` (EADDRINUSE) when another program has the port.
  package init(port: UInt16) throws(FileError.Reason) {
    socket = try System.listen(port: port)
    self.port = System.port(of: socket)
  }

  /// Waits for the next connection; `nil` once `close` was called.
  package func accept() -> LoopbackConnection? {
    while true {
      do throws(FileError.Reason) {
        return LoopbackConnection(descriptor: try System.accept(socket, seconds: 10))
      } catch {
        // Out of descriptors, or the other side has gone already: the next one may work.
        guard error == .tooManyOpenFiles || error == .system(103) else { return nil }
        _ = System.isReadable(socket, milliseconds: 50)
      }
    }
  }

  /// Takes no more connections.
  package func close() { System.shutDown(socket) }
}

/// One connection. Whoever has it closes it.
package struct LoopbackConnection: Sendable {
  fileprivate let descriptor: Int32

  /// What has come, at most `limit` bytes; `nil` at the end, after ten seconds of silence, and when the other side is gone.
  package func read(limit: Int) -> [UInt8]? {
    guard let bytes = try? System.receive(descriptor, limit: limit), !bytes.isEmpty else { return nil }
    return bytes
  }

  /// Whether all of `bytes` went out.
  package func write(_ bytes: [UInt8]) -> Bool { (try? System.write(bytes.span, to: descriptor)) != nil }

  /// Waits so long; whether the other side has gone, or said something, meanwhile.
  package func ends(within milliseconds: Int32) -> Bool { System.isReadable(descriptor, milliseconds: milliseconds) }

  /// Ends the connection.
  package func close() { System.close(descriptor) }
}
