package import Portal

/// Why a page is made anew.
package enum RenderReason: Hashable, Sendable {
  /// There is no cache, or it is not to be used.
  case noCache
  /// The build before had no such page.
  case new
  /// Its title, place, frame, or the values that its layout receives.
  case own
  /// An attribute of a record that it shows.
  case field(kind: String, id: String, attribute: String)
  /// Something else that it depends on.
  case lookup(Lookup)
  /// The published file is not what was published.
  case edited
}
