/// Numbers that belong to persons, told by their form and their check digits.
enum PersonalNumber {
  /// What `run` holds, with the digits; `nil` when it holds nothing of the kind.
  ///
  /// Groups are put together as people write them: whole groups, of three digits or more, or all digits one by one.
  /// - Complexity: O(groups).
  static func find(in run: DigitRun) -> (kind: Leak.Kind, digits: [UInt8])? {
    guard run.count >= 11 else { return nil }
    if run.groups.count > 10, run.groups.allSatisfy({ $0.count == 1 }) {
      return kind(of: Array(run.groups.joined()), run)
    }
    for first in run.groups.indices where run.groups[first].count > 2 {
      var digits: [UInt8] = []
      for group in run.groups[first...].prefix(5) {
        guard group.count > 2, digits.count + group.count <= 24 else { break }
        digits += group
        if let kind = kind(of: digits, run) { return kind }
      }
    }
    return nil
  }

  private static func kind(of digits: [UInt8], _ run: DigitRun) -> (Leak.Kind, [UInt8])? {
    if let identity = IdentityNumber.find(in: digits) { return (.identity, identity) }
    // A letter before or behind makes it a part of a hash, an address or a code.
    guard !run.followsLetter, !run.precedesLetter else { return nil }
    if let mobile = mobile(digits) { return (.mobile, mobile) }
    return isBankCard(digits) ? (.card, digits) : nil
  }

  /// A Chinese mobile number: eleven digits, 13 to 19 first, behind `86`, `0086` or `0` or not.
  private static func mobile(_ digits: [UInt8]) -> [UInt8]? {
    var number = digits[...]
    if number.count == 15, number.starts(with: "0086".utf8) {
      number = number.dropFirst(4)
    } else if number.count == 13, number.starts(with: "86".utf8) {
      number = number.dropFirst(2)
    } else if number.count == 12, number.first == UInt8(ascii: "0") {
      number = number.dropFirst()
    }
    guard number.count == 11, number.first == UInt8(ascii: "1"), let second = number.dropFirst().first,
      UInt8(ascii: "3")...UInt8(ascii: "9") ~= second
    else { return nil }
    return Array(number)
  }

  /// 16 to 19 digits with the right last one (Luhn), of an issuer of cards that are used in the country.
  private static func isBankCard(_ digits: [UInt8]) -> Bool {
    guard 16...19 ~= digits.count else { return false }
    let issuers = ["62", "60", "4", "51", "52", "53", "54", "55", "35", "95", "94", "90"]
    guard issuers.contains(where: { digits.starts(with: $0.utf8) }) else { return false }
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = Int(digit) - 0x30
      let doubled = place % 2 == 0 ? value : value * 2
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }
}

/// Resident identity numbers (GB 11643-1999: area, date of birth, sequence, check digit), and the 15 digits of before 1999.
enum IdentityNumber {
  /// The number in `digits`: all of them, or, as in student numbers that are made from it, the first or the last 18.
  static func find(in digits: [UInt8]) -> [UInt8]? {
    if digits.count == 15 { return isOld(digits) ? digits : nil }
    guard digits.count >= 18 else { return nil }
    return [Array(digits.prefix(18)), Array(digits.suffix(18))].first(where: isNew)
  }

  /// 17 digits and the check digit of ISO 7064 MOD 11-2.
  private static func isNew(_ digits: [UInt8]) -> Bool {
    guard digits.dropLast().allSatisfy({ $0 != UInt8(ascii: "X") }), hasArea(digits) else { return false }
    let number = digits.prefix(17).map { Int($0) - 0x30 }
    let year = number[6..<10].reduce(0) { $0 * 10 + $1 }
    guard 1900...2099 ~= year, isDay(month: number[10] * 10 + number[11], number[12] * 10 + number[13]) else {
      return false
    }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(number, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return digits[17] == Array("10X98765432".utf8)[sum % 11]
  }

  /// Area, two digits of the year, month, day, sequence; no check digit.
  private static func isOld(_ digits: [UInt8]) -> Bool {
    guard digits.last != UInt8(ascii: "X"), hasArea(digits) else { return false }
    let number = digits.map { Int($0) - 0x30 }
    return isDay(month: number[8] * 10 + number[9], number[10] * 10 + number[11])
  }

  /// Whether it begins with a province (GB/T 2260) and a place in it.
  private static func hasArea(_ digits: [UInt8]) -> Bool {
    guard let first = digits.first, digits.count > 5 else { return false }
    let province = Int(first - 0x30) * 10 + Int(digits[1]) - 0x30
    let provinces = [11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71...71, 81...83]
    return provinces.contains { $0 ~= province }
  }

  private static func isDay(month: Int, _ day: Int) -> Bool {
    let days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return 1...12 ~= month && 1...days[month - 1] ~= day
  }
}
