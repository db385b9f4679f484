import CPlatform
import Glibc

// Connections from this machine, and waiting.
extension System {
  static func listen(port: UInt16) throws(Failure) -> Int32 { try check { prospectus_listen(port) } }

  static func port(of socket: Int32) -> Int { Int(prospectus_port(socket)) }

  /// Waits for a connection; it gives up after `seconds` without a byte.
  static func accept(_ socket: Int32, seconds: Int32) throws(Failure) -> Int32 {
    try check { prospectus_accept(socket, seconds) }
  }

  /// What has come, at most `limit` bytes; empty at the end.
  static func receive(_ descriptor: Int32, limit: Int) throws(Failure) -> [UInt8] {
    var failure: Failure?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      var got = 0
      repeat { got = unsafe Glibc.read(descriptor, buffer.baseAddress, limit) } while got < 0 && errno == EINTR
      if got < 0 { failure = Failure(errno: errno) }
      count = max(0, got)
    }
    if let failure { throw failure }
    return bytes
  }

  /// Ends what others wait for on a socket.
  static func shutDown(_ socket: Int32) { _ = Glibc.shutdown(socket, Int32(SHUT_RDWR)) }

  /// Whether something can be read, or the other side is gone, within `milliseconds`.
  static func isReadable(_ descriptor: Int32, milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&waiting, 1, milliseconds) > 0
  }
}
