package import Files
package import Publishing
import Synchronization

/// `prospectus serve`: builds a portal into memory, answers browsers on this machine from there, and builds again whenever a
/// file of the content or the layouts is saved.
///
/// Nothing is written. A build that fails leaves the portal before on the screen.
package final class PreviewServer: Sendable {
  private let request: BuildRequest
  private let world: World
  private let state: PreviewState
  private let listener: LoopbackListener
  private let isClosed = Atomic<Bool>(false)
  /// Connections that are open.
  private let open = Atomic<Int>(0)

  /// The most connections at one time; a browser opens six for a page, and each page that is shown keeps one.
  private static let connectionLimit = 128

  /// Where it listens.
  package var port: Int { listener.port }

  /// Listens on `port` of 127.0.0.1, on one that is free when it is 0; nothing is built yet.
  ///
  /// - Throws: why it cannot: `.system(98)` (EADDRINUSE) when another program has the port.
  package init(_ request: BuildRequest, port: UInt16, in world: World) throws(FileError.Reason) {
    var request = request
    request.publishes = false
    request.usesCache = true
    self.request = request
    self.world = world
    state = PreviewState(version: world.now().nanoseconds / 1_000_000)
    listener = try LoopbackListener(port: port)
  }

  /// Builds and answers until `close` is called.
  ///
  /// - Parameter report: is told what each build found and how many nanoseconds it took, and gives the text that browsers show
  ///   when there is no portal.
  /// - Throws: when the folders cannot be watched.
  package func run(_ report: @escaping @Sendable (BuildResult, Int64) -> String) throws(FileError) {
    // Before the first build, so that nothing is missed that is saved meanwhile.
    let watch = try FolderWatch([request.content, request.layouts])
    guard Parallel.detached({ self.acceptAll() }) else { throw FileError(.system(11), .read, request.content) }
    var portal: MemoryPortal?
    repeat {
      let start = world.elapsed()
      let built = SiteBuild.preview(request, after: portal, in: world)
      portal = built.portal ?? portal
      state.show(built.portal, problems: report(built.result, world.elapsed() - start))
      while !isClosed.load(ordering: .relaxed), !watch.wait(milliseconds: 200) {}
    } while !isClosed.load(ordering: .relaxed)
  }

  /// Ends `run` and takes no more connections.
  package func close() {
    isClosed.store(true, ordering: .relaxed)
    listener.close()
  }

  private func acceptAll() {
    while let connection = listener.accept() {
      let count = open.wrappingAdd(1, ordering: .relaxed).newValue
      let isTaken =
        count <= Self.connectionLimit
        && Parallel.detached {
          self.answer(connection)
          connection.close()
          self.open.wrappingSubtract(1, ordering: .relaxed)
        }
      if !isTaken {
        connection.close()
        open.wrappingSubtract(1, ordering: .relaxed)
      }
    }
  }

  private func answer(_ connection: LoopbackConnection) {
    var head: [UInt8] = []
    while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      guard head.count < HTTPRequest.sizeLimit, let part = connection.read(limit: HTTPRequest.sizeLimit - head.count)
      else { break }
      head += part
    }
    guard !head.isEmpty else { return }
    var isHead = false
    let response: HTTPResponse
    do throws(HTTPRequest.Problem) {
      let request = try HTTPRequest(head)
      if request.path == PreviewResponder.events { return tell(connection) }
      isHead = request.isHead
      response = PreviewResponder.response(to: request, state.current)
    } catch {
      switch error {
      case .malformed: response = .text(.badRequest, "400")
      case .method: response = .text(.methodNotAllowed, "405")
      case .host: response = .text(.misdirected, "421")
      }
    }
    _ = connection.write(response.bytes(isHead: isHead))
  }

  /// Tells a page of every new portal until it is closed.
  private func tell(_ connection: LoopbackConnection) {
    guard connection.write(PreviewResponder.eventsHead) else { return }
    var told: Int64?
    repeat {
      let version = state.current.version
      guard version != told else { continue }
      guard connection.write(PreviewResponder.event(version)) else { return }
      told = version
    } while !isClosed.load(ordering: .relaxed) && !connection.ends(within: 20)
  }
}
