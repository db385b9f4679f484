import Expressions
import Training

/// A moment as calendars take it over (RFC 5545): one event without length.
///
///     file  = line { CRLF line } CRLF
///     line  = name [ ";" parameters ] ":" value, folded behind at most 75 bytes
///
/// Times are told in UTC, which needs no table of time zones: all of China is eight hours ahead of it.
struct CalendarEvent {
  /// Unique in the portal.
  let id: String
  let at: Moment
  let title: String
  /// The page that tells more.
  let address: String
  /// The day on which it was written down, so that the file is the same in every build.
  let written: CalendarDate

  /// The file with this event alone; `host` makes its id unique among portals.
  func file(generator: String, host: String) -> [UInt8] {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//\(generator)//ZH", "BEGIN:VEVENT", "UID:\(id)@\(host)",
      "DTSTAMP:\(Self.stamp(written, minutes: 0))", "DTSTART:\(Self.stamp(at.date, minutes: at.time.minutes))",
      "SUMMARY:\(Self.escaped(title))", "URL:\(address)", "END:VEVENT", "END:VCALENDAR",
    ]
    lines = lines.flatMap(Self.folded)
    return lines.flatMap { Array($0.utf8) + [0x0D, 0x0A] }
  }

  /// `20260922T093000Z` for 17:30 of the day in China.
  private static func stamp(_ day: CalendarDate, minutes: Int) -> String {
    let minutes = minutes - 8 * 60
    let date = minutes < 0 ? day.adding(days: -1) : day
    let time = minutes < 0 ? minutes + 1440 : minutes
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date.year)\(two(date.month))\(two(date.day))T\(two(time / 60))\(two(time % 60))00Z"
  }

  /// With what separates values escaped (RFC 5545 §3.3.11).
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\", ",", ";": escaped += "\\\(character)"
      case "\n", "\r\n": escaped += "\\n"
      case _: escaped.append(character)
      }
    }
    return escaped
  }

  /// `line` in pieces of at most 75 bytes, those behind the first with the blank that continues it (§3.1); no character is cut.
  private static func folded(_ line: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for scalar in line.unicodeScalars {
      if piece.utf8.count + UTF8.width(scalar) > 75 {
        pieces.append(piece)
        piece = " "
      }
      piece.unicodeScalars.append(scalar)
    }
    return pieces + [piece]
  }
}
