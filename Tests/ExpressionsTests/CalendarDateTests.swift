import Expressions
import Testing

@Suite struct CalendarDateTests {
  @Test func `days are numbered without gaps over four centuries`() throws {
    let start = try #require(CalendarDate(year: 1900, month: 1, day: 1))
    var previous = start
    for offset in 1...146_097 {
      let date = start.adding(days: offset)
      #expect(date.dayNumber == previous.dayNumber + 1)
      #expect(previous < date)
      #expect(CalendarDate(dayNumber: date.dayNumber) == date)
      previous = date
    }
  }

  @Test func `weekdays are those of the calendar on the wall`() throws {
    for (year, month, day, weekday) in [(2026, 9, 18, 5), (2026, 9, 20, 7), (2024, 2, 29, 4), (2000, 1, 1, 6)] {
      #expect(try #require(CalendarDate(year: year, month: month, day: day)).weekday == weekday)
    }
  }

  @Test(arguments: [(2026, 2, 30), (2026, 13, 1), (2025, 2, 29), (2026, 4, 31), (0, 1, 1), (2026, 0, 1), (2026, 1, 0)])
  func `a day that does not exist is none`(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }
}

@Suite struct SitePathTests {
  @Test(arguments: [
    ("courses/a/", "courses/b/", "../b/index.html"), ("courses/a/", "courses/a/", "index.html"),
    ("", "courses/a/", "courses/a/index.html"), ("courses/a/", "", "../../index.html"),
    ("catalogue/chuzhong/", "catalogue/", "../index.html"), ("404.html", "help/", "help/index.html"),
    ("newsletters/k/01/", "assets/portal.css", "../../../assets/portal.css"),
  ])
  func `a link is written relative to its page, down to the file`(page: String, target: String, link: String) {
    #expect(SitePath(target).relative(to: SitePath(page)) == link)
  }

  @Test func `a page that is shown at any address has absolute links`() {
    let page = SitePath("404.html", hostRoot: "/portal/")
    #expect(SitePath("help/").relative(to: page) == "/portal/help/index.html")
    #expect(SitePath("help/", fragment: "x").relative(to: page) == "/portal/help/index.html#x")
  }

  @Test func `an anchor on the same page needs no path`() {
    #expect(SitePath("a/", fragment: "x").relative(to: SitePath("a/")) == "#x")
    #expect(SitePath("b/", fragment: "x").relative(to: SitePath("a/")) == "../b/index.html#x")
  }
}
