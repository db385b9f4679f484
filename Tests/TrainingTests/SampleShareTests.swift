import Testing
import Training
import Values

/// How many of each group a sample takes, and what numbers of certificates look like.
@Suite struct SampleShareTests {
  /// The seven areas of a city of 23,000 (X11 of the domain).
  private static let city = [6214, 4600, 2760, 2759, 2300, 1840, 2527]

  @Test(arguments: [
    (Rounding.nearest, 460, 230), (.up, 463, 233), (.down, 458, 228), (.largestRemainder, 460, 230),
  ])
  func `a city of seven areas`(rounding: Rounding, drawn: Int, recommended: Int) {
    #expect(rounding.shares(of: Self.city, rate: Decimal(2)).reduce(0, +) == drawn)
    #expect(rounding.shares(of: Self.city, rate: Decimal(1)).reduce(0, +) == recommended)
  }

  @Test func `the largest fractions get what is left, of equal ones the first`() throws {
    #expect(Rounding.largestRemainder.shares(of: Self.city, rate: Decimal(2)) == [124, 92, 55, 55, 46, 37, 51])
    #expect(Rounding.largestRemainder.shares(of: [411, 243], rate: Decimal(1)) == [4, 3])
    #expect(Rounding.largestRemainder.shares(of: [50, 50, 50], rate: Decimal(1)) == [1, 1, 0])
    let half = try #require(Decimal("0.5"))
    #expect(Rounding.largestRemainder.shares(of: [100, 99], rate: half) == [1, 0])
    #expect(Rounding.nearest.shares(of: [100, 99], rate: half) == [1, 0])
    #expect(Rounding.up.shares(of: [200, 1, 0], rate: half) == [1, 1, 0])
    for rounding in Rounding.allCases { #expect(rounding.shares(of: [], rate: half) == []) }
  }

  @Test(arguments: 0..<200)
  func `by largest remainder all are the rounded total and nobody is a person away from the share`(seed: Int) {
    let bases = (0..<7).map { (seed * 7919 + $0 * 104_729) % 5000 }
    let shares = Rounding.largestRemainder.shares(of: bases, rate: Decimal(3))
    let all = bases.reduce(0, +)
    let total = (all * 3 + 50) / 100
    #expect(shares.reduce(0, +) == total)
    for (base, share) in zip(bases, shares) { #expect(abs(share * 100 - base * 3) < 100) }
  }

  @Test(arguments: [
    ("YX{year}{serial:6}", "YX2026000123", true), ("YX{year}{serial:6}", "YX1926000123", false),
    ("YX{year}{serial:6}", "YX202600012", false), ("YX{year}{serial:6}", "YX20260001234", false),
    ("YX{year}{serial:6}", "yx2026000123", false), ("YX{year}{serial:6}", "YX2026０00123", false),
    ("第{serial:4}号", "第0017号", true), ("第{serial:4}号", "第0017", false), ("A{year}-{serial:3}", "A2026-001", true),
  ])
  func `a number follows its format`(format: String, number: String, follows: Bool) throws {
    #expect(try #require(CertificateFormat(fieldText: format, year: nil)).matches(number) == follows)
  }

  @Test(arguments: [
    "", "YX", "YX{year}", "{serial:2}", "{serial:11}", "{serial:6}{serial:6}", "{year}{year}{serial:8}",
    "12345{serial:10}",
    "A {serial:5}", "A,{serial:5}", "{serial:5", "}{serial:5}", "{seriell:5}", "{serial:x}",
  ])
  func `what is no format, or might hold an identity number, is refused`(text: String) {
    #expect(CertificateFormat(fieldText: text, year: nil) == nil)
  }

  @Test func `a format in words`() throws {
    let format = try #require(CertificateFormat(fieldText: "青训{year}-{serial:6}号", year: nil))
    #expect(format.words == "青训＋4位年份＋-＋6位流水号＋号")
  }
}
