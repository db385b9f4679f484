/// Where we differ on purpose from the expectation in the data, with the HTML we stand for and the reason.
enum MarkdownDifferences {
  /// By file and example. `html` is `nil` when the data hold another engine's HTML (`html_comrak`), which is ours, too.
  static let expected: [String: (html: String?, reason: String)] = [
    "gfm-extra/gfmx-086": (nil, "cmark-gfm checks the box when [x] stands anywhere on the line; comrak as we"),
    "gfm-extra/gfmx-087": (nil, "cmark-gfm does not see tasks in quotes; comrak as we"),
    "gfm-extensions/gfm-spec-279": (
      """
      <ul>
      <li><input type="checkbox" disabled="" /> foo</li>
      <li><input type="checkbox" checked="" disabled="" /> bar</li>
      </ul>

      """, "disabled upstream: the specification spells the element otherwise than cmark-gfm prints it"
    ),
    "gfm-extensions/gfm-spec-280": (
      """
      <ul>
      <li><input type="checkbox" checked="" disabled="" /> foo
      <ul>
      <li><input type="checkbox" disabled="" /> bar</li>
      <li><input type="checkbox" checked="" disabled="" /> baz</li>
      </ul>
      </li>
      <li><input type="checkbox" disabled="" /> bim</li>
      </ul>

      """, "disabled upstream: the specification spells the element otherwise than cmark-gfm prints it"
    ),
    "gfm-extensions/gfm-ext-20": (
      "<p>This shouldn't crash everything: (<em>A</em>@_.A</p>\n", "upstream ignores the output; this is cmark-gfm's"
    ),
    "gfm-extensions/gfm-spec-652": (
      """
      <p><strong> <title> <style> <em></p>
      <blockquote>
        <xmp> is disallowed.  <XMP> is also disallowed.
      </blockquote>

      """, "no tag filter: safe-html shows all raw HTML as text"
    ),
    "gfm-extensions/gfm-ext-22": (
      """
      <p>This is <xmp> not okay, but <strong>this</strong> <strong>is</strong>.</p>
      <p>This is <xmp> not okay, but **this** <strong>is</strong>.</p>
      <p>Nope, I won't have <textarea>.</p>
      <p>No <textarea> here either.</p>
      <p>This <random /> <thing> is okay</thing> though.</p>
      <p>Yep, <totally>okay</totally>.</p>
      <!-- HTML comments are okay, though. -->
      <p>&lt;!- But we're strict. -&gt;
      &lt;! No nonsense. &gt;</p>
      <!-- Leave multiline comments the heck alone, though, okay?
      Even with {"x":"y"} or 1 > 2 or whatever. Even **markdown**.
      -->
      <!--- Support everything CommonMark's parser does. -->
      <!---->
      <!--thistoo-->

      """, "no tag filter: safe-html shows all raw HTML as text"
    ),
    "cjk-emphasis/cjk-100": ("<p>a<strong>a∇</strong>a</p>\n", symbols),
    "cjk-emphasis/cjk-101": ("<p>a<strong>∇a</strong>a</p>\n", symbols),
    "cjk-emphasis/cjk-102": ("<p>a<strong>a𝜵</strong>a</p>\n", symbols),
    "cjk-emphasis/cjk-103": ("<p>a<strong>𝜵a</strong>a</p>\n", symbols),
  ]

  private static let symbols =
    "CommonMark 0.30 does not count symbols (S*) as punctuation, and no Chinese character is near: left to libcmark"
}
