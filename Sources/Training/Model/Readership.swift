/// For whom a portal is built.
package enum Readership: String, CaseIterable, Sendable {
  /// Everyone: the portal that is published.
  case everyone = "public"
  /// Those who look at a change before it is published: public lists of names are left out, and each page says so.
  case preview
}
