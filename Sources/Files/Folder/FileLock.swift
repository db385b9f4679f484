/// The exclusive lock of a file, held until the value ends or the process dies, however it dies (`flock`).
package struct FileLock: ~Copyable, Sendable {
  private let descriptor: Int32

  /// Takes the lock of `path`, making the file when it is missing. When another holds it: `nil`, or, with `waiting`,
  /// a pause until it is free.
  package init?(_ path: String, waiting: Bool) throws(FileError) {
    do throws(FileError.Reason) {
      guard let raw = RawPath(path) else { throw .invalidName }
      let file = try System.open(raw, in: System.workingFolder, flags: System.lockFlags, mode: 0o666)
      let isOurs: Bool
      do throws(FileError.Reason) {
        isOurs = try System.lock(file, wait: waiting)
      } catch {
        System.close(file)
        throw error
      }
      guard isOurs else {
        System.close(file)
        return nil
      }
      descriptor = file
    } catch { throw FileError(error, .lock, path) }
  }

  deinit { System.close(descriptor) }
}
