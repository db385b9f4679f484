import Diagnostics
import Expressions
import PortalTestSupport
import Testing
import Training
import Values

/// What readers see of a day: states, seals, workdays.
@Suite struct StateTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(fieldText: text, year: nil)) }

  @Test func `five workdays from 16 September end on the 22nd, by way of a Sunday that is worked`() throws {
    let calendar = ModelRun(SmallPortal.content).model.calendar
    let days = calendar.workdays(after: try day("2026-09-16"), through: try day("2026-09-22"))
    #expect(days.map(\.description) == ["2026-09-17", "2026-09-18", "2026-09-20", "2026-09-21", "2026-09-22"])
    #expect(calendar.isMakeUpDay(try day("2026-09-20")))
    #expect(calendar.isWorkday(try day("2026-09-20")))
    #expect(!calendar.isWorkday(try day("2026-09-19")))
    #expect(!calendar.isWorkday(try day("2026-09-25")))
    #expect(calendar.holiday(try day("2026-09-25")) == "中秋节")
    #expect(calendar.holiday(try day("2026-09-24")) == nil)
    #expect(calendar.workdays(after: try day("2026-09-22"), through: try day("2026-09-16")).isEmpty)
    #expect(calendar.years == [2026])
  }

  @Test(arguments: [
    ("2026-09-10", State.Key.notYetOpen, "2026-09-11"), ("2026-09-11", .open, "2026-09-20"),
    ("2026-09-16", .open, "2026-09-20"), ("2026-09-17", .soon, "2026-09-20"), ("2026-09-20", .soon, "2026-09-20"),
    ("2026-09-21", .closed, "2026-09-20"),
  ])
  func `enrolment opens, runs out and closes`(asOf: String, key: State.Key, date: String) throws {
    let state = State.enrolment(from: try day("2026-09-11"), to: try day("2026-09-20"), asOf: try day(asOf))
    #expect(state == State(key, date: try day(date)))
    #expect(State.enrolment(from: nil, to: nil, asOf: try day(asOf)).key == .always)
  }

  @Test(arguments: [
    ("2026-08-14", State.Key.upcoming), ("2026-08-15", .running), ("2026-08-21", .running), ("2026-08-22", .ended),
  ])
  func `what lasts has not begun, runs or has ended`(asOf: String, key: State.Key) throws {
    #expect(State.of(from: try day("2026-08-15"), to: try day("2026-08-21"), asOf: try day(asOf)).key == key)
    #expect(State.of(from: nil, to: nil, asOf: try day(asOf)).key == .provisional)
  }

  @Test func `a session is as its row says until it is over`() throws {
    let model = ModelRun(SmallPortal.content).model
    let long = try #require(model.sessions["s4"])
    var session = try #require(model.sessions["s1"])
    #expect(State.of(session, asOf: try day("2026-09-22")).key == .fixed)
    #expect(State.of(session, asOf: try day("2026-09-23")).key == .ended)
    #expect(State.of(long, asOf: try day("2026-09-29")).key == .running)
    session.status = .moved
    #expect(State.of(session, asOf: try day("2026-09-18")).key == .moved)
    session.status = .provisional
    #expect(State.of(session, asOf: try day("2026-09-18")).key == .provisional)
    session.status = .cancelled
    #expect(State.of(session, asOf: try day("2026-12-31")).key == .cancelled)
  }

  @Test func `of the steps of a line at most one is the next`() {
    #expect(State.step(isPast: true, isNext: false).key == .done)
    #expect(State.step(isPast: false, isNext: true).key == .next)
    #expect(State.step(isPast: false, isNext: false).key == .upcoming)
  }
}
