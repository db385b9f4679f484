import CCmark
import Diagnostics
import Glibc
import Markdown

/// Markdown with all additions against libcmark's own renderer without any: the same bytes, one thread, one run.
///
/// The texts are those of a training portal as a program can write them: headings, paragraphs of Chinese with figures and
/// emphasis, line breaks within sentences, lists, links, quotes, notes.
struct MarkdownBench {
  /// Texts of one kind.
  enum Kind: String, CaseIterable {
    case plain = "no table"
    case tables = "a table in each"
    case directives = "directives, figures"
  }

  private let texts: [[UInt8]]
  private let hasHost: Bool

  init(_ kind: Kind, count: Int) {
    texts = (0..<count).map { Array(Self.text(kind, $0).utf8) }
    hasHost = kind == .directives
  }

  var bytes: Int { texts.reduce(0) { $0 + $1.count } }

  /// Nanoseconds of processor time that all texts took once, by us and by libcmark; `nil` when one of them gave nothing.
  func measure() -> (ours: Int64, libcmark: Int64)? {
    let start = Self.processorTime()
    var written = 0
    for text in texts {
      let output = MarkdownRenderer.render(
        text, path: "bench.md", features: .portal, host: hasHost ? BenchHost() : nil)
      written += output.html.count
      guard !output.diagnostics.hasErrors else { return nil }
    }
    let middle = Self.processorTime()
    for text in texts {
      let length = text.count
      let html = unsafe text.withUnsafeBufferPointer { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) {
          unsafe cmark_markdown_to_html($0.baseAddress, length, 1 << 17)
        }
      }
      guard let html = unsafe html, unsafe html.pointee != 0 else { return nil }
      unsafe free(html)
    }
    return written > 0 ? (middle - start, Self.processorTime() - middle) : nil
  }

  /// Of this thread: what other processes do does not count.
  private static func processorTime() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  // MARK: Texts

  private static func text(_ kind: Kind, _ number: Int) -> String {
    var text = "## 第\(number + 1)期 研修简报\n\n"
    for part in 0..<(4 + number % 5) { text += section(number + part * 7) }
    switch kind {
    case .plain: break
    case .tables: text += table(number)
    case .directives: text += directives(number)
    }
    return text + "本期供稿：第\(number % 8 + 1)班，详见[班级主页](class:k\(number % 40))。\n"
  }

  private static func section(_ seed: Int) -> String {
    let count = 60 + seed % 80
    switch seed % 6 {
    case 0:
      return """
        ### 一、学习进展

        截至9月\(seed % 28 + 1)日，本班\(count)名教师全部登录，**学习率：**\(90 + seed % 10).5%，人均学习\(count * 13)分钟。
        *单元备课*阶段的作业提交了\(count - seed % 7)份，其中“优秀”\(seed % 20)份；
        未提交的教师请于**9月\(seed % 9 + 20)日（星期五）**前补交。


        """
    case 1:
      return """
        各校把集体备课与远程研修结合起来，教师围绕“大单元教学设计”开展了\(seed % 5 + 2)次研讨，
        形成了可以带走、可以改、可以用的教案。第\(seed % 12 + 1)工作坊的做法是：

        1. 先学后备，每位教师完成\(seed % 3 + 2)门课程；
        2. 先备后议，备课组长**汇总问题**并提出修改意见；
        3. 先议后教，录像上传平台，同伴观课不少于2节。


        """
    case 2:
      return """
        > 这次培训让我重新认识了作业设计。以前布置作业看数量，现在看目标、看差异、看反馈。
        > ——第\(seed % 30 + 1)组学员

        更多内容见[课程《核心素养导向的课堂》](course:c\(seed % 400))和<https://peixun.example/k/\(seed)>。


        """
    case 3:
      return """
        ### 二、下一步安排

        - 9月\(seed % 9 + 10)日：专家答疑，地点为线上会议室；
        - 9月\(seed % 9 + 12)日：提交“一课三磨”的第二稿，*逾期不再受理*；
        - 9月\(seed % 9 + 15)日：公布本阶段优秀作业，名单经学校核对后发布。


        """
    case 4:
      return """
        在评审中，专家认为本批作业有三个特点：一是目标具体，能从课标中找到依据；二是任务真实，贴近学生的生活；
        三是评价跟得上，有量规、有示例、有反馈。也有不足：部分作业把“活动”当成“任务”，学生忙而无获；
        有的量规只有等级没有描述，教师之间给分相差较大。建议各备课组再读一遍`评价量规`的说明，按**四级描述**修改。


        """
    default:
      return """
        县教师进修学校组织了\(seed % 4 + 1)场线下研讨，\(count)位教师参加。
        会上展示的两节课都用了“问题链”：从一个大问题出发，拆成三到五个小问题，让学生在解决问题中学会方法。


        """
    }
  }

  private static func table(_ number: Int) -> String {
    var text = "| 班级 | 人数 | 学习率 | 人均分钟 | 备注 |\n|---|---:|---:|---:|---|\n"
    for row in 0..<(6 + number % 10) {
      text +=
        "| 第\(row + 1)班 | \(60 + (number + row) % 40) | \(90 + row % 10).\(number % 10)% | \(1000 + number * 7 % 800) | \(row % 3 == 0 ? "**先进**" : "") |\n"
    }
    return text + "\n"
  }

  private static func directives(_ number: Int) -> String {
    """
    :::note 请注意
    作业于**9月\(number % 28 + 1)日**截止，共{{ class.size }}人提交。
    :::

    ::stat{value="\(number)" label="学习人数"}

    本班{{ class.size }}人，合格:abbr[率]{title="合格人数除以参训人数"}达到{{ class.rate }}。


    """
  }
}

/// Answers at once.
private struct BenchHost: MarkdownHost {
  func resolve(_ link: LinkReference) -> LinkResolution { .href("../a/") }
  func value(of figure: FigureReference) -> FigureValue { .text("60") }
  func render(_ directive: DirectiveCall) -> DirectiveRendering {
    DirectiveRendering(html: Array("<div>".utf8) + directive.inner + Array("</div>\n".utf8))
  }
}
