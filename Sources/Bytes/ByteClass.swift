/// Membership of bytes in a class, one bit lookup a byte.
///
/// The table has 256 entries, indexed by the byte; building one costs 256 steps, so classes are `static let`.
public struct ByteClass: Sendable {
  @usableFromInline let table: InlineArray<256, Bool>

  /// A class with exactly the given bytes.
  @inlinable public init(_ members: some Sequence<UInt8>) {
    var table = InlineArray<256, Bool>(repeating: false)
    for member in members { table[Int(member)] = true }
    self.table = table
  }

  /// Whether the class holds `byte`.
  @inlinable public func contains(_ byte: UInt8) -> Bool { table[Int(byte)] }

  /// `0`–`9`.
  public static let digits = ByteClass("0123456789".utf8)
  /// `A`–`Z` and `a`–`z`.
  public static let letters = ByteClass("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
  /// Letters, digits and `_`: what an identifier of layouts and expressions is made of.
  public static let identifier = ByteClass("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_".utf8)
  /// Space, tab, LF, CR.
  public static let blanks = ByteClass(" \t\n\r".utf8)
}
