import Bytes
import Values

/// What of a file records are made from: of a document everything before its text, of any other file the whole.
struct DocumentHead: Hashable, Sendable {
  var isDocument: Bool
  /// Bytes.
  var length: Int
  var hash: FastHash
}

extension DocumentHead {
  /// That of a file with these bytes; `text` is where a document's text begins, `nil` for other files.
  ///
  /// - Complexity: O(length).
  init(of bytes: [UInt8], text: Int?) {
    let length = text ?? bytes.count
    self.init(isDocument: text != nil, length: length, hash: FastHash(bytes.span.extracting(first: length)))
  }

  /// The head of `bytes`, when they are a document if this is one.
  func ofSameKind(in bytes: [UInt8], path: String) -> DocumentHead {
    DocumentHead(of: bytes, text: isDocument ? FrontMatter.split(bytes, path: path).parts.body.lowerBound : nil)
  }
}
