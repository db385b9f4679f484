extension World {
  /// This machine. Writing to a closed pipe or beyond a size limit no longer ends the process once this is made.
  package static func system() -> World {
    System.ignoreWriteSignals()
    return World(
      files: DiskFiles(),
      now: { Timestamp(nanoseconds: System.now()) },
      elapsed: { System.elapsed() },
      variable: { name in System.variable(name).flatMap { $0.isEmpty ? nil : $0 } },
      workingFolder: System.workingFolderPath() ?? "/",
      processors: max(1, System.processorCount()),
      program: programStamp,
      output: .descriptor(1),
      errors: .descriptor(2),
      readInput: { () throws(FileError) in
        do throws(FileError.Reason) {
          return try System.read(0, expected: 0)
        } catch { throw FileError(error, .read, "<stdin>") }
      })
  }
}

extension World {
  /// Inode, size and time of the executable; empty when it cannot be looked at.
  private static var programStamp: String {
    guard let path = RawPath("/proc/self/exe"),
      let status = try? System.status(of: path, in: System.workingFolder, followingLinks: true)
    else { return "" }
    return "\(status.inode) \(status.size) \(status.modified)"
  }
}

extension World.Stream {
  /// A standard stream of this process, written with `write(2)` until everything is out.
  fileprivate static func descriptor(_ number: Int32) -> World.Stream {
    let isTerminal = System.isTerminal(number)
    return World.Stream(isTerminal: isTerminal, width: isTerminal ? System.terminalWidth(number) : nil) { bytes in
      do throws(FileError.Reason) {
        try System.write(bytes.span, to: number)
        return true
      } catch { return false }
    }
  }
}
